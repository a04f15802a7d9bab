"""Numbers of the Linux system calls that the sandbox of queries names, for each processor it knows.

They are part of the kernel's interface and never change: ``syscall_64.tbl`` for x86-64,
``asm-generic/unistd.h`` for aarch64.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

#: A call for one of these ends the process: nothing but a request to another machine makes it.
NETWORK_CALLS = ("socket", "socketpair", "connect", "io_uring_setup")

#: What it takes to read a store that is open: memory, files that are open, time, randomness, the
#: end.
READING_CALLS = (
    "brk",
    "clock_getres",
    "clock_gettime",
    "clock_nanosleep",
    "close",
    "exit",
    "exit_group",
    "fadvise64",
    "fcntl",
    "fstat",
    "futex",
    "getpid",
    "getrandom",
    "getrusage",
    "gettid",
    "gettimeofday",
    "lseek",
    "lstat",
    "madvise",
    "membarrier",
    "mmap",
    "mprotect",
    "mremap",
    "munmap",
    "nanosleep",
    "newfstatat",
    "pread64",
    "preadv",
    "read",
    "readv",
    "restart_syscall",
    "rseq",
    "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "sched_getaffinity",
    "sched_yield",
    "set_robust_list",
    "sigaltstack",
    "stat",
    "statx",
    "sysinfo",
    "uname",
)


@dataclass(frozen=True, slots=True)
class Machine:
    """A processor as the kernel names it, and its system calls."""

    number: int
    calls: Mapping[str, int]


def _numbered(table: str) -> dict[str, int]:
    words = table.split()
    return dict(zip(words[1::2], map(int, words[::2]), strict=True))


#: By ``platform.machine()``.
MACHINES = {
    "x86_64": Machine(
        0xC000003E,
        _numbered(
            """
            0 read              1 write             3 close             4 stat
            5 fstat             6 lstat             8 lseek             9 mmap
            10 mprotect         11 munmap           12 brk              13 rt_sigaction
            14 rt_sigprocmask   15 rt_sigreturn     17 pread64          19 readv
            24 sched_yield      25 mremap           28 madvise          35 nanosleep
            39 getpid           41 socket           42 connect          53 socketpair
            60 exit             63 uname            72 fcntl            96 gettimeofday
            98 getrusage        99 sysinfo          131 sigaltstack     186 gettid
            202 futex           204 sched_getaffinity                   219 restart_syscall
            221 fadvise64       228 clock_gettime   229 clock_getres    230 clock_nanosleep
            231 exit_group      257 openat          262 newfstatat      273 set_robust_list
            295 preadv          318 getrandom       324 membarrier      332 statx
            334 rseq            425 io_uring_setup
            """
        ),
    ),
    "aarch64": Machine(
        0xC00000B7,
        _numbered(
            """
            25 fcntl            56 openat           57 close            62 lseek
            63 read             64 write            65 readv            67 pread64
            69 preadv           79 newfstatat       80 fstat            93 exit
            94 exit_group       98 futex            99 set_robust_list  101 nanosleep
            113 clock_gettime   114 clock_getres    115 clock_nanosleep 123 sched_getaffinity
            124 sched_yield     128 restart_syscall 132 sigaltstack     134 rt_sigaction
            135 rt_sigprocmask  139 rt_sigreturn    160 uname           165 getrusage
            169 gettimeofday    172 getpid          178 gettid          179 sysinfo
            198 socket          199 socketpair      203 connect         214 brk
            215 munmap          216 mremap          222 mmap            223 fadvise64
            226 mprotect        233 madvise         278 getrandom       283 membarrier
            291 statx           293 rseq            425 io_uring_setup
            """
        ),
    ),
}
