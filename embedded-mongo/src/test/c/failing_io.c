/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Preloaded into a server under test: lets one write or sync of its data files fail, or the process die in it.
 *
 * FAIL_ORDER names a file. Once it is there, it says "KIND N PART": the Nth write (for KIND "sync": the Nth fsync) to a
 * file whose name contains PART fails. KIND is eio, enospc, short (half is written, the rest finds no space), sync,
 * kill (half is written, then SIGKILL) or power (SIGKILL, and what was written but not synced is lost: all of it when N is
 * even, otherwise some). What fell is appended to the file that FAIL_REPORT names. A disk that has failed once goes on
 * failing.
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
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char kind[16], part[64];
static int left = -1, failed, even;

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

/* The name of a data file, after its last slash; NULL for other files. */
static const char *data_file(int fd, char path[1024]) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, 1023);
    if (length < 0) return NULL;
    path[length] = 0;
    const char *name = strrchr(path, '/');
    return !name || strncmp(name, "/townhall.db", 12) || strstr(name, "-shm") || strstr(name, ".lock") ? NULL : name;
}

static int concerns(int fd) {
    char path[1024];
    const char *name = data_file(fd, path);
    if (!name) return 0;
    if (left < 0) {
        const char *order = getenv("FAIL_ORDER");
        FILE *file = order ? fopen(order, "r") : NULL;
        if (!file) return 0;
        if (fscanf(file, "%15s %d %63s", kind, &left, part) != 3) left = -1;
        fclose(file);
        even = left % 2 == 0;
        srand(left);
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

/* A write that a loss of power would undo: what stood there before it. */
static struct unsynced {
    struct unsynced *before;
    dev_t device;
    ino_t inode;
    int fd;
    off_t at, length;
    ssize_t count;
    char bytes[];
} *unsynced;

static int power(void) {
    return left >= 0 && !strcmp(kind, "power");
}

static void remember(int fd, size_t count, off_t at) {
    char path[1024];
    struct stat file;
    if (!data_file(fd, path) || fstat(fd, &file)) return;
    struct unsynced *one = malloc(sizeof *one + count);
    one->before = unsynced;
    one->device = file.st_dev;
    one->inode = file.st_ino;
    one->fd = open(path, O_RDWR);
    one->at = at;
    one->length = file.st_size;
    one->count = pread(one->fd, one->bytes, count, at);
    unsynced = one;
}

static void forget(int fd) {
    struct stat file;
    if (fstat(fd, &file)) return;
    for (struct unsynced **one = &unsynced; *one;) {
        struct unsynced *this = *one;
        if (this->device == file.st_dev && this->inode == file.st_ino) {
            *one = this->before;
            close(this->fd);
            free(this);
        } else {
            one = &this->before;
        }
    }
}

static void lose_power(int all) {
    for (struct unsynced *one = unsynced; one; one = one->before) {
        if (!all && rand() % 2) continue;
        if (one->count > 0) real_pwrite(one->fd, one->bytes, one->count, one->at);
        if (all && ftruncate(one->fd, one->length)) abort();
    }
    kill(getpid(), SIGKILL);
}

static ssize_t remembered_write(int fd, const void *bytes, size_t count, off_t at, int positioned) {
    pthread_mutex_lock(&lock);
    int saved = errno;
    remember(fd, count, positioned ? at : lseek(fd, 0, SEEK_CUR));
    errno = saved;
    ssize_t written = positioned ? real_pwrite(fd, bytes, count, at) : real_write(fd, bytes, count);
    pthread_mutex_unlock(&lock);
    return written;
}

static int remembered_sync(int fd, int (*sync)(int)) {
    pthread_mutex_lock(&lock);
    int result = sync(fd);
    if (result == 0) forget(fd);
    pthread_mutex_unlock(&lock);
    return result;
}

static int once;

static ssize_t fail(int fd, const void *bytes, size_t count, off_t at, int positioned) {
    if (power()) {
        pthread_mutex_lock(&lock);
        lose_power(even);
    }
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
    if (falls(fd, 0)) return fail(fd, bytes, count, at, 1);
    return power() ? remembered_write(fd, bytes, count, at, 1) : real_pwrite(fd, bytes, count, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
    return pwrite64(fd, bytes, count, at);
}

ssize_t write(int fd, const void *bytes, size_t count) {
    if (falls(fd, 0)) return fail(fd, bytes, count, 0, 0);
    return power() ? remembered_write(fd, bytes, count, 0, 0) : real_write(fd, bytes, count);
}

int fsync(int fd) {
    if (!falls(fd, 1)) return power() ? remembered_sync(fd, real_fsync) : real_fsync(fd);
    errno = EIO;
    return -1;
}

int fdatasync(int fd) {
    if (!falls(fd, 1)) return power() ? remembered_sync(fd, real_fdatasync) : real_fdatasync(fd);
    errno = EIO;
    return -1;
}
