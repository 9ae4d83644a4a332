/* The limit of a catch-up: logs in over TLS, asks for the same items of every message as Watcher does, and throws the octets away.
 * Nothing that reads mail over IMAP can be quicker on this server.
 *
 *     reader PORT CA-FILE USER OCTETS        password in BENCH_PASSWORD
 *
 * Prints how many messages and octets came between the command and its end, and in how many seconds. Ends with 1 when the server
 * does not do as expected.
 */
#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { CHUNK = 1 << 16, TAIL = 4096 };

static void fail(const char *what)
{
    fprintf(stderr, "reader: %s\n", what);
    exit(1);
}

static SSL *connect_to(int port, const char *ca_file)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    int plain = socket(AF_INET, SOCK_STREAM, 0);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    if (!SSL_CTX_load_verify_locations(context, ca_file, NULL)) fail("no certificates");
    if (connect(plain, (struct sockaddr *)&address, sizeof address)) fail("nobody listens");
    SSL *stream = SSL_new(context);
    SSL_set_fd(stream, plain);
    if (SSL_connect(stream) != 1) fail("no TLS");
    return stream;
}

/* Sends a command and reads until its tagged OK, which is the last line of what came. Returns the octets that came. */
static long long ask(SSL *stream, char tag, const char *command, long long *rows)
{
    static char octets[TAIL + CHUNK + 1];
    char line[1024], end[16];
    long long total = 0;
    int kept = 0, got;
    snprintf(line, sizeof line, "%c %s\r\n", tag, command);
    snprintf(end, sizeof end, "\r\n%c OK", tag);
    if (SSL_write(stream, line, strlen(line)) <= 0) fail("the connection broke");
    while ((got = SSL_read(stream, octets + kept, CHUNK)) > 0) {
        int length = kept + got, from = length > TAIL ? length - TAIL : 0;
        total += got;
        if (rows)
            for (char *at = octets + (kept < 7 ? 0 : kept - 7); (at = memmem(at, octets + length - at, " FETCH (", 8)); at += 8) ++*rows;
        if (octets[length - 1] == '\n' && (memmem(octets + from, length - from, end, strlen(end))
            || (total == length && !memcmp(octets, end + 2, strlen(end) - 2)))) return total;
        kept = length < 64 ? length : 64;
        memmove(octets, octets + length - kept, kept);
    }
    fail("the server hung up");
    return 0;
}

int main(int count, char **words)
{
    const char *secret = getenv("BENCH_PASSWORD");
    char command[1024], greeting[1024];
    struct timespec before, after;
    long long rows = 0, octets;
    if (count != 5 || !secret) fail("usage: reader PORT CA-FILE USER OCTETS");
    SSL *stream = connect_to(atoi(words[1]), words[2]);
    if (SSL_read(stream, greeting, sizeof greeting) <= 0) fail("no greeting");
    snprintf(command, sizeof command, "LOGIN \"%s\" \"%s\"", words[3], secret);
    ask(stream, 'a', command, NULL);
    ask(stream, 'b', "EXAMINE INBOX", NULL);
    snprintf(command, sizeof command, "UID FETCH 1:* (FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[]<0.%s>)", words[4]);
    clock_gettime(CLOCK_MONOTONIC, &before);
    octets = ask(stream, 'c', command, &rows);
    clock_gettime(CLOCK_MONOTONIC, &after);
    printf("%lld %lld %.6f\n", rows, octets, after.tv_sec - before.tv_sec + (after.tv_nsec - before.tv_nsec) / 1e9);
    return 0;
}
