# Exim: submission with STARTTLS and a password, everything passed on.
set -eu
. @folder@/syslog.sh
echo 'Debian-exim:x:990:990::/var/spool/exim4:/bin/sh' >>/etc/passwd
echo 'Debian-exim:x:990:' >>/etc/group
mkdir -p /var/spool/exim4
cp @chain@ @key@ /var/spool/exim4/
chown -R Debian-exim:Debian-exim /var/spool/exim4
cp @folder@/exim.conf /etc/exim4/interop.conf
chmod 644 /etc/exim4/interop.conf
exec exim4 -bdf -q1m -C /etc/exim4/interop.conf
