import { expect, test } from 'vitest';
import { stateDiagram } from '../../scripts/state-diagram.ts';

const task = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'decide' },
};

test('a diagram has one arrow per way out of a state, labelled with what leads there', () => {
  const definition = {
    QueryLanguage: 'JSONata',
    StartAt: 'DecideNextStep',
    States: {
      DecideNextStep: {
        ...task,
        Next: 'WhatIsNext',
        Catch: [
          { ErrorEquals: ['States.Timeout', 'OwnError'], Next: 'WhatIsNext' },
          { ErrorEquals: ['States.ALL'], Next: 'Broken' },
        ],
      },
      WhatIsNext: {
        Type: 'Choice',
        Choices: [
          { Condition: '{% $decision = "completed" %}', Next: 'PortCompleted' },
          { Condition: "{% $decision in ['late', 'silent'] %}", Next: 'RecordFailure' },
          { Condition: '{% $isBroken %}', Next: 'Broken' },
        ],
        Default: 'DecideNextStep',
      },
      RecordFailure: { ...task, End: true, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Broken' }] },
      PortCompleted: { Type: 'Succeed' },
      Broken: { Type: 'Fail', Error: 'Broken' },
    },
  };

  expect(stateDiagram(definition).split('\n')).toEqual([
    'stateDiagram-v2',
    '  [*] --> DecideNextStep',
    '  DecideNextStep --> WhatIsNext',
    '  DecideNextStep --> WhatIsNext: time-out or OwnError',
    '  DecideNextStep --> Broken: any error',
    '  WhatIsNext --> PortCompleted: completed',
    '  WhatIsNext --> RecordFailure: late or silent',
    '  WhatIsNext --> Broken: $isBroken',
    '  WhatIsNext --> DecideNextStep: otherwise',
    '  RecordFailure --> [*]',
    '  RecordFailure --> Broken: any error',
    '  PortCompleted --> [*]',
    '  Broken --> [*]',
    '',
  ]);
});
