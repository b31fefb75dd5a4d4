package io.github.spout4j.pipewire;

/** Names of properties (pipewire/keys.h), and ours. */
public final class Properties {
    public static final String MEDIA_CLASS = "media.class";
    public static final String MEDIA_ROLE = "media.role";
    public static final String MEDIA_TYPE = "media.type";
    public static final String MEDIA_CATEGORY = "media.category";
    public static final String MEDIA_NAME = "media.name";
    public static final String NODE_NAME = "node.name";
    public static final String NODE_DESCRIPTION = "node.description";
    public static final String OBJECT_SERIAL = "object.serial";
    public static final String TARGET_OBJECT = "target.object";
    public static final String NODE_DONT_RECONNECT = "node.dont-reconnect";
    public static final String CLIENT_PROCESS = "pipewire.sec.pid";
    public static final String CLIENT = "client.id";
    public static final String REMOTE_NAME = "remote.name";
    public static final String METADATA_NAME = "metadata.name";
    public static final String LINK_OUTPUT_NODE = "link.output.node";

    /** Of senders of spout4j: whose header's sequence is the frame's number. */
    public static final String SPOUT = "spout4j.sender";
    /** Of senders of spout4j: whether opening them made them the newest, for {@code false} where another was to stay the active one. */
    public static final String SPOUT_ACTIVATED = "spout4j.activated";
    /** Of senders of spout4j: whether they say that they are paused. */
    public static final String SPOUT_PAUSED = "spout4j.paused";

    private Properties() {}
}
