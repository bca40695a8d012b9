/** Beginnings and middles of words of which every line has one that says something about a failure. */
const failure = [
  "rror|ailed|ailure|aultCode|imeout|imed out|annot|an't |ould not|nable to|enied|efused|reset|EOF|ot found|match",
  'nvalid|issing|xceed|imit|locked|lock |exist|space|panic|goroutine|CRASH|crashed|\\+0x|x509|certificate',
  'authorized|AADSTS|az login|is not |are not |not (?:be|have|get|boot|running|currently)|isallowed|olicy|broken|unreachable',
  'no such|No |Found no|only |must |should |required|not set|available|upported|incorrect|xpected|nknown|nset|ultiple',
  'uplicate|sudo|tty|SIG|ignal|ancel|disconnect|2300218|IMAGE_STATE|SYSPRP|ysprep|UNREACHABLE|dead state|fork\\(\\)',
  'etry|hrottl|later|exclusive|40[134]\\b|410\\b|429|413|50[0-4]\\b|507|596 |apacity|uota|llocation|Sku|Subscription|terms',
  'eneration|ecurity|eneralized|Conflict|Internal|preempt|rogress|session|redential|TFA|AuthFailure|SERVICE|GOAWAY|http2',
  'mirror|Hash Sum|Errno|temporary|killed|emory|KVM|kvm|ccelerator|VERR_|VBOX|stderr: |VM has|parameter|specified',
  'ncompatible|exited|xit status|ound no|ip address|denied|Plugin|laim|expired|Expired|unauthorized key|SFTP|sftp|scp: ',
  "unreachable=|Network|ended with|disks|insufficient|InsufficientS|occurred|PlanInfo|MULTI|did not|didn't|large",
  'no checksum|packer init|nteractive authentication|FAILED|not support|no release|Trying|requires|needs|either|permission|Permission|Login|oken|running|equest',
].join('|');
/** Words by which the log tells where in a build it is. */
const place =
  "Provisioning|Build '|uilds |Waiting for|Retrieving ISO|Running (?:local|post)|Starting VM|Cloning |Uploading|Executing|Connected to|Attempting|communicator|Restarting|restarted|Stopping|Shutting|Power|Converting|Exporting|Terminating|Deregister|Destroying|Deleting|apturing|Cleanup|Gracefully|uppet|nsible|staging|--> | => \\S+\\.\\w+$|PLAY \\[|TASK \\[|Chef|Salt|SSH|Creating";

const words = new RegExp(`${failure}|${place}`);
const anywhere = new RegExp(`${failure}|${place}`, 'gm');

/** Where the next such word stands in a text of many lines, or -1. */
export function nextTelling(text: string, from: number): number {
  anywhere.lastIndex = from;
  return anywhere.exec(text)?.index ?? -1;
}

/** Whether a line is worth to be looked at; most lines of a long log are not. */
export function isTelling(line: string): boolean {
  return words.test(line);
}
