"""Starts MiniStack with what it still lacks put right, so that the deployed service meets here what it meets on AWS.

Each bridge replaces one module function before the server starts. It names what MiniStack 1.5.33 does, what AWS does
and why the service needs it. When the pinned version changes, try each test without its bridge first.
"""

import contextvars
import re
from email.utils import parseaddr

import ministack.app
from ministack.core import iam_actions, iam_evaluator
from ministack.services import apigateway_v1, eventbridge, lambda_svc, scheduler, ses, ses_v2, stepfunctions
from ministack.services.cloudformation import provisioners

# Scheduler looks at its schedules every ten seconds, and the shortest rate is a minute. AWS has the same minute, but a
# test that moved the clock need not wait for it: a scheduled minute lasts this long here.
SECONDS_PER_SCHEDULED_MINUTE = 3


def bridge_token_waits():
    """TimeoutSeconds as a JSONata expression reaches the wait unevaluated; AWS evaluates it when the state is entered.

    A function that fails while it is handed the token leaves the state waiting for its time-out; AWS fails the state
    with the function's error, which the retriers of the state then see.
    """
    execute_task = stepfunctions._execute_task
    invoke_with_callback = stepfunctions._invoke_with_callback
    call_lambda = stepfunctions._call_lambda
    waiting = contextvars.ContextVar("waiting", default=None)
    machine = contextvars.ContextVar("machine", default=None)
    machine_of_token = {}

    def execute_task_as_aws(state, raw_input, execution, context):
        machine.set(context["StateMachine"]["Id"])
        if isinstance(state.get("TimeoutSeconds"), str):
            seconds = stepfunctions._jsonata_state_field(state, "TimeoutSeconds", "number", raw_input, context)
            state = {**state, "TimeoutSeconds": seconds}
        return execute_task(state, raw_input, execution, context)

    def invoke_with_callback_as_aws(resource, arguments, token, state):
        machine_of_token[token] = machine.get()
        handed_out = waiting.set(token)
        try:
            return invoke_with_callback(resource, arguments, token, state)
        finally:
            waiting.reset(handed_out)

    def call_lambda_as_aws(function, event):
        try:
            return call_lambda(function, event)
        except stepfunctions._ExecutionError as error:
            task = stepfunctions._task_tokens.get(waiting.get())
            if task is not None:
                task["error"] = {"Error": error.error, "Cause": error.cause}
                task["event"].set()
            raise

    stepfunctions._execute_task = execute_task_as_aws
    stepfunctions._invoke_with_callback = invoke_with_callback_as_aws
    stepfunctions._call_lambda = call_lambda_as_aws
    return machine_of_token


def bridge_task_permission(machine_of_token):
    """states:SendTask* is judged against any resource; AWS judges it against the state machine that waits."""
    extract_resource_arn = iam_actions.extract_resource_arn

    def extract_resource_arn_as_aws(service, method, path, headers, body, *rest):
        token = iam_actions._safe_json_field(body, "taskToken") if service == "states" else None
        if token in machine_of_token:
            return machine_of_token[token]
        return extract_resource_arn(service, method, path, headers, body, *rest)

    iam_actions.extract_resource_arn = extract_resource_arn_as_aws


def bridge_succeed_output():
    """Output of a Succeed state is ignored; AWS makes it the output of the execution."""
    apply_output_path = stepfunctions._apply_output_path

    def apply_output_path_as_aws(state, data, context=None):
        if state.get("Type") == "Succeed" and "Output" in state:
            return stepfunctions._apply_jsonata_output(state, data, context)
        return apply_output_path(state, data, context)

    stepfunctions._apply_output_path = apply_output_path_as_aws


def bridge_refused_calls():
    """A gateway response keeps `$context.authorizer.<name>` as text; AWS puts in what the authorizer answered.

    The code of a refused call (no token, bad token, expired token) travels this way.
    """
    stringify_context = apigateway_v1._stringify_context
    gateway_error_response = apigateway_v1._gateway_error_response
    answered = contextvars.ContextVar("answered", default={})

    def stringify_context_as_aws(context):
        answered.set(stringify_context(context))
        return answered.get()

    def gateway_error_response_as_aws(error, request):
        status, headers, body = gateway_error_response(error, request)
        named = re.compile(r"\$context\.authorizer\.(\w+)")
        text = named.sub(lambda match: answered.get().get(match.group(1), ""), body.decode())
        return status, headers, text.encode()

    apigateway_v1._stringify_context = stringify_context_as_aws
    apigateway_v1._gateway_error_response = gateway_error_response_as_aws


def bridge_stream_failures():
    """A stream's batchItemFailures are ignored, which loses the records; AWS delivers from the first of them again.

    Here the whole batch comes again. Its consumers have to be idempotent on AWS too.
    """
    poll = lambda_svc._poll_dynamodb_streams
    execute = lambda_svc._execute_function
    polling = contextvars.ContextVar("polling", default=False)

    def poll_as_aws():
        begun = polling.set(True)
        try:
            return poll()
        finally:
            polling.reset(begun)

    def execute_as_aws(*arguments, **options):
        result = execute(*arguments, **options)
        body = result.get("body")
        if polling.get() and isinstance(body, dict) and body.get("batchItemFailures"):
            reported = {"errorType": "BatchItemFailures", "errorMessage": "the consumer reported failed records"}
            return {**result, "error": True, "body": reported}
        return result

    lambda_svc._poll_dynamodb_streams = poll_as_aws
    lambda_svc._execute_function = execute_as_aws


def bridge_secret_reference():
    """Ref of a secret is its name; on AWS it is its ARN, and policies written with it name that ARN."""
    handlers = provisioners._RESOURCE_HANDLERS["AWS::SecretsManager::Secret"]
    create = handlers["create"]

    def create_as_aws(*arguments, **options):
        _, attributes = create(*arguments, **options)
        return attributes["Arn"], attributes

    handlers["create"] = create_as_aws


def bridge_metric_math():
    """An alarm on an expression over metrics is refused, and the deployment with it; AWS takes it.

    Here it is kept as an alarm on its first metric: no test goes by the state of an alarm.
    """
    handlers = provisioners._RESOURCE_HANDLERS["AWS::CloudWatch::Alarm"]
    create = handlers["create"]

    def create_as_aws(logical_id, properties, stack_name):
        stats = [query["MetricStat"] for query in properties.get("Metrics", []) if "MetricStat" in query]
        if stats:
            rest = {name: value for name, value in properties.items() if name != "Metrics"}
            properties = {**rest, **stats[0]["Metric"], "Statistic": "Sum", "Period": stats[0]["Period"]}
        return create(logical_id, properties, stack_name)

    handlers["create"] = create_as_aws


def bridge_parameter_names():
    """A parameter without a name gets one with slashes; AWS makes one without, and a policy's ARN is built for that."""
    handlers = provisioners._RESOURCE_HANDLERS["AWS::SSM::Parameter"]
    create = handlers["create"]

    def create_as_aws(logical_id, properties, stack_name):
        return create(logical_id, {"Name": f"CFN-{stack_name}-{logical_id}", **properties}, stack_name)

    handlers["create"] = create_as_aws


def bridge_batches_and_senders():
    """Permission for a batch is asked under the batch's own name; on AWS, SendMessage permits SendMessageBatch.

    Permission to mail is asked for any resource; on AWS for the identity of the sender.
    """
    extract_iam_action = iam_actions.extract_iam_action
    extract_resource_arn = iam_actions.extract_resource_arn

    def extract_iam_action_as_aws(*arguments):
        action = extract_iam_action(*arguments)
        return re.sub("^(sqs:.*)Batch$", r"\1", action) if action else action

    def extract_resource_arn_as_aws(service, method, path, headers, body, parameters, region, account):
        sender = parameters.get("Source") if service == "ses" else None
        if not sender:
            return extract_resource_arn(service, method, path, headers, body, parameters, region, account)
        address = parseaddr(sender[0] if isinstance(sender, list) else sender)[1]
        identity = address if address in {**ses._identities, **ses_v2._identities} else address.rpartition("@")[2]
        return f"arn:aws:ses:{region}:{account}:identity/{identity}"

    iam_actions.extract_iam_action = extract_iam_action_as_aws
    iam_actions.extract_resource_arn = extract_resource_arn_as_aws


def bridge_transport():
    """Calls arrive over plain HTTP, so a policy that refuses calls without TLS refuses every call; AWS is called over TLS."""
    resolve_condition_key = iam_evaluator._resolve_condition_key

    def resolve_condition_key_as_aws(key, context):
        return "true" if key.lower() == "aws:securetransport" else resolve_condition_key(key, context)

    iam_evaluator._resolve_condition_key = resolve_condition_key_as_aws


def tell_refusals():
    """Not a gap: whoever reads this log learns which call was refused to whom, even where a retry hides it."""
    enforce = iam_evaluator.enforce

    def enforce_aloud(access_key, action, service, region, resource_arn="*", service_context=None):
        refusal = enforce(access_key, action, service, region, resource_arn, service_context)
        if refusal is not None:
            print("refused:", getattr(refusal, "principal_arn", access_key), action, resource_arn, flush=True)
        return refusal

    iam_evaluator.enforce = enforce_aloud


def hasten_schedules():
    """Not a gap: the same schedules, with shorter minutes."""
    parse_rate_seconds = eventbridge._parse_rate_seconds

    def parse_short_rate_seconds(expression):
        seconds = parse_rate_seconds(expression)
        return None if seconds is None else seconds * SECONDS_PER_SCHEDULED_MINUTE / 60

    eventbridge._parse_rate_seconds = parse_short_rate_seconds
    scheduler._SCHEDULE_TICK_INTERVAL = 1


bridge_task_permission(bridge_token_waits())
bridge_succeed_output()
bridge_refused_calls()
bridge_stream_failures()
bridge_secret_reference()
bridge_metric_math()
bridge_parameter_names()
bridge_batches_and_senders()
bridge_transport()
tell_refusals()
hasten_schedules()
ministack.app.main()
