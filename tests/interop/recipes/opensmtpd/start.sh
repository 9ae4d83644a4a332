# OpenSMTPD: without TLS and so without a password, everything passed on. The package of Debian 12 loses its private key with
# OpenSSL 3 ("rsa routines::missing private key" at STARTTLS, with RSA and with ECDSA).
set -eu
. @folder@/syslog.sh
echo 'opensmtpd:x:990:990::/var/lib/opensmtpd/empty:/bin/false' >>/etc/passwd
echo 'opensmtpq:x:991:991::/var/lib/opensmtpd/empty:/bin/false' >>/etc/passwd
echo 'opensmtpd:x:990:' >>/etc/group
echo 'opensmtpq:x:991:' >>/etc/group
mkdir -p /var/lib/opensmtpd/empty /var/spool/smtpd
chmod 711 /var/spool/smtpd
cp @folder@/smtpd.conf /etc/smtpd.conf
chmod 600 /etc/smtpd.conf
exec smtpd -d
