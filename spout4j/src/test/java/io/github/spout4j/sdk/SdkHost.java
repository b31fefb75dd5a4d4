package io.github.spout4j.sdk;

/** Where one {@link SdkSender} at a time runs. */
public interface SdkHost extends AutoCloseable {
    /** Returns once the first frame was sent. */
    void start(SdkSenderOptions options);

    /** See {@link SdkSender#resize}. */
    void resize(int width, int height);

    /** See {@link SdkSender#getStuck}. */
    void getStuck();

    /** Ends the sender well, and tells what it sent. */
    SentFrames stop();

    /** Ends the sender, and all that it runs in, at once. */
    @Override
    void close();
}
