# GNU Mailutils: the users are the system's, mail in maildirs.
set -eu
. @folder@/syslog.sh
hash=$(python3 -W ignore -c 'import crypt; print(crypt.crypt("@password@"))')
echo '@user@:x:2001:2001::/home/@user@:/bin/sh' >>/etc/passwd
echo '@user@:x:2001:' >>/etc/group
echo "@user@:$hash:19000:0:99999:7:::" >>/etc/shadow
mkdir -p /home/@user@
maildir=/var/mail/@user@
mkdir -p $maildir/cur $maildir/new $maildir/tmp
chown -R 2001:2001 /home/@user@ $maildir
exec imap4d --config-file=@folder@/imap4d.conf
