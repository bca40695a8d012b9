import type { Command } from 'packer-hybrid/rules';
import { addedText, writtenFiles } from '../_shared/command-text.ts';

interface Control {
  readonly name: string;
  /** Commands that switch it off. */
  readonly off: (command: Command) => boolean;
  /** Commands that switch it on again. */
  readonly on: (command: Command) => boolean;
}

const runs = (program: RegExp, args: RegExp) => (command: Command) =>
  program.test(command.name) && args.test(command.words.slice(1).join(' '));
const writes = (path: RegExp, content: RegExp) => (command: Command) =>
  writtenFiles(command).some((file) => path.test(file)) && content.test(addedText(command));
const either =
  (...tests: readonly ((command: Command) => boolean)[]) =>
  (command: Command) =>
    tests.some((test) => test(command));
const registry = /^(reg|set-itemproperty|new-itemproperty|sp|set-itemproperty)$/;
const seLinux = /\/etc\/(selinux\/config|sysconfig\/selinux)/;

const controls: readonly Control[] = [
  {
    name: 'SELinux',
    off: either(
      runs(/^setenforce$/, /^(0|permissive)\b/i),
      writes(seLinux, /SELINUX=(disabled|permissive)[^\n]*$/m),
    ),
    on: either(runs(/^setenforce$/, /^(1|enforcing)\b/i), writes(seLinux, /SELINUX=enforcing[^=]*$/m)),
  },
  {
    name: 'The firewall',
    off: either(
      runs(/^systemctl$/, /\b(disable|mask)\b.*\b(firewalld|ufw|iptables|nftables)\b/),
      runs(/^ufw$/, /^(--force )?disable\b/),
      runs(/^(chkconfig|update-rc\.d)$/, /\b(iptables|firewalld|ufw)\b.*\b(off|disable|remove)\b/),
    ),
    on: either(
      runs(/^systemctl$/, /\b(enable|unmask)\b.*\b(firewalld|ufw|iptables|nftables)\b/),
      runs(/^ufw$/, /^(--force )?enable\b/),
    ),
  },
  {
    name: 'The Windows firewall',
    off: either(
      runs(/^netsh$/, /advfirewall\s+set\s+\w+profiles?\s+state\s+off/i),
      runs(/^set-netfirewallprofile$/, /-Enabled[ :]+(\$?false|0)\b/i),
    ),
    on: either(
      runs(/^netsh$/, /advfirewall\s+(set\s+\w+profiles?\s+state\s+on|reset)/i),
      runs(/^set-netfirewallprofile$/, /-Enabled[ :]+(\$?true|1)\b/i),
    ),
  },
  {
    name: 'Microsoft Defender',
    off: either(
      runs(
        /^set-mppreference$/,
        /-Disable(RealtimeMonitoring|BehaviorMonitoring|IOAVProtection)[ :]+(\$?true|1)\b/i,
      ),
      runs(/^(uninstall-windowsfeature|remove-windowsfeature)$/, /Windows-Defender/i),
      runs(registry, /DisableAntiSpyware.*\b1\b/i),
    ),
    on: runs(/^set-mppreference$/, /-DisableRealtimeMonitoring[ :]+(\$?false|0)\b/i),
  },
  {
    name: 'User Account Control',
    off: runs(registry, /EnableLUA\b.*(\s|:)0(\s|$)/i),
    on: runs(registry, /EnableLUA\b.*(\s|:)1(\s|$)/i),
  },
  {
    name: 'The check of driver signatures',
    off: runs(/^bcdedit$/, /\b(testsigning|nointegritychecks)\s+(on|yes|true)\b/i),
    on: runs(/^bcdedit$/, /\b(testsigning|nointegritychecks)\s+(off|no|false)\b/i),
  },
  {
    name: 'The randomisation of addresses',
    off: either(
      runs(/^sysctl$/, /kernel\.randomize_va_space=0/),
      writes(/sysctl/, /kernel\.randomize_va_space\s*=\s*0/),
    ),
    on: either(
      runs(/^sysctl$/, /kernel\.randomize_va_space=[12]/),
      writes(/sysctl/, /kernel\.randomize_va_space\s*=\s*[12]/),
    ),
  },
  {
    name: 'AppArmor',
    off: either(
      runs(/^systemctl$/, /\b(disable|mask)\b.*\bapparmor\b/),
      runs(/^aa-teardown$/, /^/),
      runs(/^(apt|apt-get)$/, /\b(remove|purge)\b.*\bapparmor\b(?!-)/),
    ),
    on: runs(/^systemctl$/, /\b(enable|start|restart)\b.*\bapparmor\b/),
  },
  {
    name: 'The policy for cryptography',
    off: runs(/^update-crypto-policies$/, /--set[ =]LEGACY\b/i),
    on: runs(/^update-crypto-policies$/, /--set[ =](?!LEGACY)/i),
  },
];

/** Names of the protections that a command switches off. */
export function loweredControls(command: Command): readonly string[] {
  return controls.filter(({ off }) => off(command)).map(({ name }) => name);
}

/** Whether a command switches that protection on again. */
export function isRestored(control: string, command: Command): boolean {
  return controls.some(({ name, on }) => name === control && on(command));
}
