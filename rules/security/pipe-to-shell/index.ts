import { type Command, commandsIn, defineRule } from 'packer-hybrid/rules';
import { withSeverity } from '../_shared/secret-value.ts';

export default defineRule({
  id: 'security/pipe-to-shell',
  meta: {
    summary: 'A script from the network is run as it comes.',
    severity: 'medium',
    impact: 'insecure-image',
    recovery: 'moderate',
    confidence: 0.85,
    remedy: 'Download it to a file, from a URL with a version in it, check its digest, and run it then.',
    example:
      'inline = [\n  "curl -fsSLo /tmp/install.sh https://get.example.com/v1.2.3/install.sh",\n  "echo \'<sha256>  /tmp/install.sh\' | sha256sum -c -",\n  "sudo bash /tmp/install.sh",\n]',
    recommended: true,
  },
  messages: {
    run: 'What {program} fetches is run at once: nobody can tell later what that was, and two builds may get different scripts.',
    moving:
      'What {program} fetches over http or from a moving branch is run at once: whoever can change it runs commands in the image.',
  },
  create: ({ report }) => ({
    script(script) {
      for (const command of commandsIn(script)) {
        const source = scriptSource(command);
        if (!source) continue;
        const isMoving = /\bhttp:\/\/|\/(master|main|HEAD|develop|trunk)\//.test(source.text);
        report({
          at: source.range,
          message: isMoving ? 'moving' : 'run',
          data: { program: source.name },
          ...withSeverity(isMoving ? 'high' : undefined),
        });
      }
    },
  }),
});

const fetchers = /^(curl|wget|fetch|lwp-request|irm|iwr|invoke-restmethod|invoke-webrequest)$/;
const shells = /^((ba|z|da|k|a)?sh|python[\d.]*|perl|ruby|node|pwsh|powershell|iex|invoke-expression)$/;

/** The command whose output this one runs. */
function scriptSource(command: Command): Command | undefined {
  const { name, inner, pipedFrom } = command;
  if (pipedFrom && shells.test(name) && readsInput(command)) return fetcherBefore(pipedFrom);
  const runsWords = shells.test(name) || name === 'eval' || name === 'source' || name === '.';
  if (!runsWords) return undefined;
  return inner.find((one) => (fetchers.test(one.name) && isRun(command, one)) || isDownloadString(one));
}

/** `bash -s -- args` and `sudo bash` read the script; `sh -c '…'` and `bash file` do not. */
function readsInput({ name, words }: Command): boolean {
  if (name === 'iex' || name === 'invoke-expression') return true;
  const [first, ...more] = words.slice(1);
  if (first === undefined || first === '-' || /^\/dev\/stdin$/.test(first)) return true;
  if (/^-[a-z]*c$/.test(first) || first === '-m') return false;
  return (
    first === '-s' ||
    first === '--' ||
    (first.startsWith('-') && more.every((word) => word.startsWith('-') || more[0] === '--')) ||
    words.includes('-s')
  );
}

/** Through programs that only pass the text on. */
function fetcherBefore(command: Command): Command | undefined {
  if (fetchers.test(command.name)) return command;
  const passesOn = /^(tee|sed|cat|gunzip|zcat|base64|tr|select-object|out-string)$/.test(command.name);
  return passesOn && command.pipedFrom ? fetcherBefore(command.pipedFrom) : undefined;
}

/** In `bash -c "$(curl …)"` and `bash <(curl …)` the words are the script; elsewhere they may be mere arguments. */
function isRun({ name, words }: Command, { text }: Command): boolean {
  if (name === 'iex' || name === 'invoke-expression') return true;
  const [option, second = ''] = words.slice(1);
  const script = /^-[a-z]*c$/.test(option ?? '')
    ? second
    : (words.slice(1).find((word) => !word.startsWith('-')) ?? '');
  return /^["']?(\$\(|<\(|`)/.test(script) && script.includes(text.slice(0, 40));
}

function isDownloadString({ text }: Command): boolean {
  return /\.(DownloadString|OpenRead)\(/i.test(text);
}
