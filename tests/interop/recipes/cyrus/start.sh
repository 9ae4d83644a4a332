# Cyrus: one user in SASL's own database, IDLE by idled.
set -eu
. @folder@/syslog.sh
echo 'cyrus:x:990:8::/var/lib/cyrus:/bin/sh' >>/etc/passwd
mkdir -p /var/lib/cyrus/socket /var/lib/cyrus/db /run/cyrus/proc /run/cyrus/lock /run/cyrus/socket /var/lib/cyrus /var/spool/cyrus/mail
cp @chain@ @key@ /var/lib/cyrus/
chown -R cyrus:mail /run/cyrus /var/lib/cyrus /var/spool/cyrus
echo @password@ | saslpasswd2 -p -c -u interop @user@
chown cyrus /etc/sasldb2
exec /usr/lib/cyrus/bin/master -C @folder@/imapd.conf -M @folder@/cyrus.conf
