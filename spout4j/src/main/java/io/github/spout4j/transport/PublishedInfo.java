package io.github.spout4j.transport;

/** Where a transport tells everybody what the frames are from now on. */
@FunctionalInterface
public interface PublishedInfo {
    /** @param shareHandle low 32 bits of the shared texture's handle; 0 with memory share */
    void publish(FrameShape shape, int shareHandle);
}
