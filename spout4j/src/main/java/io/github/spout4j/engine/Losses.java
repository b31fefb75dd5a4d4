package io.github.spout4j.engine;

/** Whether a sender's objects were lost since somebody took them: they cannot be used, and are opened anew. One thread at a time. */
final class Losses {
    private final LostMemory memory;
    private String sender = "";
    private int all;
    private int own;

    Losses(LostMemory memory) {
        this.memory = memory;
    }

    /** From here on, those of this sender; before they are opened. */
    void begin(String newSender) {
        sender = newSender;
        all = memory.losses();
        own = memory.losses(newSender);
    }

    /** Whether there were any; costs nothing while nothing is lost. */
    boolean any() {
        int now = memory.losses();
        if (now == all) {
            return false;
        }
        if (memory.losses(sender) != own) {
            return true;
        }
        all = now;
        return false;
    }
}
