/** Words of which every line has one that says something about a failure, or where in a build the log is. */
const words =
  /rror|ail|ime(?:d )?out|ime: |annot|an't|ould not|nable|enied|efused|eset|EOF|ot found|match|nvalid|issing|xceed|imit|lock|xist|pace|panic|goroutine|CRASH|crash|rashed|\+0x|x509|certificate|nauthorized|AADSTS|az login|ot (?:running|available|valid|supported|allowed|permitted|recogni|authori|accessible|defined|expected|be |have|get|boot|trusted)|isallowed|olicy|roken|nreach|No |no |nly |must |should |equire|available|upported|incorrect|xpected|nknown|nset|ultiple|uplicate|issh|sudo|tty|yum|dnf|ignal|ancel|isconnect|2300218|IMAGE_STATE|SYSPRP|ysprep|UNREACHABLE|dead state|fork\(\)|etry|hrottl|later|exclusive|refix|equest|40[134]|410|429|413|50[0-4]|507|596|apacity|uota|Allocation|Sku|Subscription|erms|eneration|ecurity|eneraliz|generalis|Conflict|Internal|preempt|rogress|sessi|ogin|redential|TFA|oken|already|SERVICE|GOAWAY|http2|mirror|epositor|Hash Sum|Errno|temporary|not in |illed|emory|KVM|kvm|ccelerator|VERR_|VBOX|qemu|Qemu|stderr|ower|disks|parameter|Parameter|Specified|specified|InsufficientS|pgrade|ncompatible|nsupported|isk|xited|xit status|Provisioning|Build|uilds|Waiting for|Retrieving|Running|Starting VM|Cloning|Trying|Uploading|Executing|Connected|connection|onnect|Restarting|estarted|Stopping|Shutting|Converting|Exporting|Terminating|Deregister|Destroying|Deleting|Capturing|Cleanup|racefully|Powering|Interface|PLAY|TASK|uppet|nsible|taging|-->|artifact|sftp|SFTP|scp|unreachable=|Network|Expired|Access|ended with|disc|ound no|syntax|halt|jec|onvert|deploy|emplate|file|kickstart|preseed/;

const anywhere = new RegExp(words.source, 'g');

/** Where the next such word stands in a text of many lines, or -1. */
export function nextTelling(text: string, from: number): number {
  anywhere.lastIndex = from;
  return anywhere.exec(text)?.index ?? -1;
}

/** Whether a line is worth to be looked at; most lines of a long log are not. */
export function isTelling(line: string): boolean {
  return words.test(line);
}
