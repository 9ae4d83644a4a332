# nginx: an IMAP proxy with STARTTLS before a Dovecot, which knows the users.
set -eu
. @folder@/syslog.sh
mkdir -p /var/log/nginx /var/lib/nginx
exec nginx -c @folder@/nginx.conf
