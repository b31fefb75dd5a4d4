package io.github.spout4j.kernel.posix;

/** What a process may do with an object's bytes. */
enum Access {
    READ(LibC.O_RDONLY, LibC.PROT_READ), WRITE(LibC.O_RDWR, LibC.PROT_READ | LibC.PROT_WRITE);

    final int flags;
    final int protection;

    Access(int flags, int protection) {
        this.flags = flags;
        this.protection = protection;
    }
}
