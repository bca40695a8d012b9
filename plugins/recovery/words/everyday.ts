/** What long logs are full of, in lower case: words and pieces that stand here find little. */
export const everyday = `
2024/05/05 12:00:00 packer-plugin-qemu_v1.1.0_x5.0_linux_amd64 plugin plugin: [debug] opening new ssh session starting remote
command: chmod +x /tmp/script.sh; packer_build_name='a' build 'qemu' packer_builder_type='qemu'
[info] rpc client: communicator ended with: 0 uploading file
ui: ==> qemu.debian: provisioning with shell script: progress attempting ssh connection to 127.0.0.1:22 handshake qemu stderr: info:
get:1 http://deb.debian.org/debian bookworm/main amd64 package [12 kb] selecting previously unselected package reading
database files and directories currently installed. preparing to unpack .deb unpacking setting up processing triggers for
created symlink /etc/systemd/system/multi-user.target.wants/ -> /lib/systemd/system/openssh-server.service. update-alternatives:
using /usr/bin/ to provide in auto mode building collecting downloading installing python3-minimal linux-image configuring
task [install and configure the] ok: [default] changed: [default] => (item=) skipping: {"changed": true, "checksum": "", "dest":
"/etc/conf.d/a.conf", "failed": false, "gid": 0, "group": "root", "invocation": {"module_args": {"backup": false, "content":
null, "delimiter": null, "directory_mode": null, "follow": false, "force": true, "mode": "0644", "owner": "root", "state":
"file", "unsafe_writes": false, "validate": null}} <127.0.0.1> establish ssh connection for user: ssh: exec -o
controlmaster=auto controlpersist=60s stricthostkeychecking=no identityfile= kbdinteractiveauthentication=no
preferredauthentications=gssapi-with-mic,hostbased,publickey passwordauthentication=no connecttimeout=10 /bin/sh -c 'sudo
notice: /stage[main]/class/service[nginx]/ensure: ensure changed 'stopped' to 'running' gcc -o2 -wall -werror=format-security
-iinclude -c src/main.c -o build/main.o warning: note: in function compiling finished release retrieving waiting for machine
`.replaceAll('\n', ' ');
