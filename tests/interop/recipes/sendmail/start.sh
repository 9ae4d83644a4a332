# Sendmail: submission with STARTTLS, no password (the machine itself may send), everything passed on.
set -eu
. @folder@/syslog.sh
echo 'smmta:x:990:990::/var/lib/sendmail:/bin/false' >>/etc/passwd
echo 'smmsp:x:991:991::/var/lib/sendmail:/bin/false' >>/etc/passwd
echo 'smmta:x:990:' >>/etc/group
echo 'smmsp:x:991:' >>/etc/group
echo "127.0.1.1 mx.example.com $(hostname)" >>/etc/hosts
mkdir -p /etc/mail /var/spool/mqueue /var/run/sendmail/mta
touch /etc/mail/local-host-names
chmod 700 /var/spool/mqueue
cp @chain@ @key@ /etc/mail/
chmod 600 /etc/mail/key.pem
cd /usr/share/sendmail/cf/cf
m4 -D_CF_DIR_=/usr/share/sendmail/cf/ /usr/share/sendmail/cf/m4/cf.m4 @folder@/sendmail.mc >/etc/mail/sendmail.cf
exec /usr/libexec/sendmail/sendmail -bD -q1m -C /etc/mail/sendmail.cf
