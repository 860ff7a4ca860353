/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Preloaded into a server under test: lets one write or sync of its data files fail, or the process die in it.
 *
 * FAIL_ORDER names a file. Once it is there, it says "KIND N PART": the Nth write (for KIND "sync": the Nth fsync) to a
 * file whose name contains PART fails. KIND is eio, enospc, short (half is written, the rest finds no space), sync or
 * kill (half is written, then SIGKILL). What fell is appended to the file that FAIL_REPORT names. A disk that has failed
 * once goes on failing.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char kind[16], part[64];
static int left = -1, failed;

static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);

__attribute__((constructor)) static void find(void) {
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_write = dlsym(RTLD_NEXT, "write");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
}

static int concerns(int fd) {
    char link[64], path[1024];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    const char *name = strrchr(path, '/');
    if (!name || strncmp(name, "/townhall.db", 12) || strstr(name, "-shm") || strstr(name, ".lock")) return 0;
    if (left < 0) {
        const char *order = getenv("FAIL_ORDER");
        FILE *file = order ? fopen(order, "r") : NULL;
        if (!file) return 0;
        if (fscanf(file, "%15s %d %63s", kind, &left, part) != 3) left = -1;
        fclose(file);
        if (left < 0) return 0;
    }
    if (!strcmp(part, "data")) return !strcmp(name, "/townhall.db");
    return strstr(name, part) != NULL;
}

static void report(const char *what) {
    const char *path = getenv("FAIL_REPORT");
    int fd = path ? open(path, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
    if (fd >= 0) {
        real_write(fd, what, strlen(what));
        real_write(fd, "\n", 1);
        close(fd);
    }
}

/* Whether this call is to fail. */
static int falls(int fd, int sync) {
    int saved = errno, falls = 0;
    pthread_mutex_lock(&lock);
    if (concerns(fd) && (failed ? !sync == !!strcmp(kind, "sync") : sync == !strcmp(kind, "sync"))) {
        if (failed || --left == 0) {
            left = 0;
            if (!failed) report(kind);
            failed = 1;
            falls = 1;
        }
    }
    pthread_mutex_unlock(&lock);
    errno = saved;
    return falls;
}

static int once;

static ssize_t fail(int fd, const void *bytes, size_t count, off_t at, int positioned) {
    int half = !strcmp(kind, "kill") || (!strcmp(kind, "short") && !once);
    if (half && count > 1) {
        once = 1;
        ssize_t written = positioned ? real_pwrite(fd, bytes, count / 2, at) : real_write(fd, bytes, count / 2);
        if (!strcmp(kind, "kill")) kill(getpid(), SIGKILL);
        return written;
    }
    errno = !strcmp(kind, "eio") ? EIO : ENOSPC;
    return -1;
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t at) {
    return falls(fd, 0) ? fail(fd, bytes, count, at, 1) : real_pwrite(fd, bytes, count, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
    return pwrite64(fd, bytes, count, at);
}

ssize_t write(int fd, const void *bytes, size_t count) {
    return falls(fd, 0) ? fail(fd, bytes, count, 0, 0) : real_write(fd, bytes, count);
}

int fsync(int fd) {
    if (!falls(fd, 1)) return real_fsync(fd);
    errno = EIO;
    return -1;
}

int fdatasync(int fd) {
    if (!falls(fd, 1)) return real_fdatasync(fd);
    errno = EIO;
    return -1;
}
