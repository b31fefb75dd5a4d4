package io.github.spout4j.kernel.posix;

/** The kinds of objects, by the number that their files carry. */
enum ObjectKind {
    MEMORY(1, "memory"), MUTEX(2, "a mutex"), SEMAPHORE(3, "a semaphore"), EVENT(4, "an event");

    final int code;
    final String text;

    ObjectKind(int code, String text) {
        this.code = code;
        this.text = text;
    }

    static String describe(int code) {
        for (ObjectKind kind : values()) {
            if (kind.code == code) {
                return kind.text;
            }
        }
        return "of unknown kind " + code;
    }
}
