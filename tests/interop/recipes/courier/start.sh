# Courier: one user in its userdb, a maildir with a folder for sent mail; the IDLE of the package, without FAM.
set -eu
. @folder@/syslog.sh
echo 'courier:x:990:990::/var/lib/courier:/bin/sh' >>/etc/passwd
echo 'courier:x:990:' >>/etc/group
mkdir -p /run/courier/authdaemon /var/lib/courier /var/mail/home
chown -R courier:courier /run/courier /var/lib/courier
sed -i 's/^authmodulelist=.*/authmodulelist="authuserdb"/' /etc/courier/authdaemonrc
for part in cur new tmp; do mkdir -p /var/mail/home/Maildir/$part; done
chown -R 8:8 /var/mail/home
chmod -R u=rwX,go= /var/mail/home/Maildir
userdb @user@ set home=/var/mail/home mail=/var/mail/home/Maildir uid=8 gid=8
echo @password@ | userdbpw | userdb @user@ set systempw
chmod 700 /etc/courier/userdb 2>/dev/null || chmod 600 /etc/courier/userdb
makeuserdb
sed -i -e 's/^ADDRESS=.*/ADDRESS=127.0.0.1/' -e 's/^PORT=.*/PORT=@port@/' -e 's/^IMAP_CAPABILITY="/&AUTH=PLAIN /' \
  -e 's/^IMAP_ULIMITD=.*/IMAP_ULIMITD=/' /etc/courier/imapd
cat @chain@ @key@ >/etc/courier/both.pem
chown courier /etc/courier/both.pem
sed -i -e 's#^TLS_CERTFILE=.*#TLS_CERTFILE=/etc/courier/both.pem#' -e 's/^IMAPDSTARTTLS=.*/IMAPDSTARTTLS=YES/' /etc/courier/imapd-ssl
authdaemond start
/usr/lib/courier/imapd start
exec sleep infinity
