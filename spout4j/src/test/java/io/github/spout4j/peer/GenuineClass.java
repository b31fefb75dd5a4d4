package io.github.spout4j.peer;

/** The SDK's classes that the peer makes objects of. */
enum GenuineClass {
    NAMES("??0spoutSenderNames@@QEAA@XZ", "??1spoutSenderNames@@QEAA@XZ"),
    FRAMES("??0spoutFrameCount@@QEAA@XZ", "??1spoutFrameCount@@QEAA@XZ"),
    MEMORY("??0SpoutSharedMemory@@QEAA@XZ", "??1SpoutSharedMemory@@QEAA@XZ"),
    GL("??0spoutGL@@QEAA@XZ", "??1spoutGL@@UEAA@XZ");

    private final String constructor;
    private final String destructor;

    GenuineClass(String constructor, String destructor) {
        this.constructor = constructor;
        this.destructor = destructor;
    }

    String constructor() {
        return constructor;
    }

    String destructor() {
        return destructor;
    }
}
