/** What the function of a stage is called. The one name that is not made up at deployment: whoever repairs has to find it. */
export const deskFunctionName = (stage: string): string => `porting-${stage}-desk`;
