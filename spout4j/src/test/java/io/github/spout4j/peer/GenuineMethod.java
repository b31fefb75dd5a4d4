package io.github.spout4j.peer;

import static io.github.spout4j.peer.GenuineClass.FRAMES;
import static io.github.spout4j.peer.GenuineClass.GL;
import static io.github.spout4j.peer.GenuineClass.MEMORY;
import static io.github.spout4j.peer.GenuineClass.NAMES;
import static io.github.spout4j.peer.GenuineValue.BOOL;
import static io.github.spout4j.peer.GenuineValue.BYTES;
import static io.github.spout4j.peer.GenuineValue.HANDLE;
import static io.github.spout4j.peer.GenuineValue.INT;
import static io.github.spout4j.peer.GenuineValue.NAME;
import static io.github.spout4j.peer.GenuineValue.OUT_HANDLE;
import static io.github.spout4j.peer.GenuineValue.OUT_INT;
import static io.github.spout4j.peer.GenuineValue.REAL;
import static io.github.spout4j.peer.GenuineValue.SPACE;
import static io.github.spout4j.peer.GenuineValue.TEXT;
import static io.github.spout4j.peer.GenuineValue.VOID;

import java.util.List;

/** The SDK's methods that the peer can call: the exported symbol, the result, the parameters. */
enum GenuineMethod {
    CREATE_SENDER(NAMES, "?CreateSender@spoutSenderNames@@QEAA_NPEADIIPEAXK@Z", BOOL, NAME, INT, INT, HANDLE, INT),
    UPDATE_SENDER(NAMES, "?UpdateSender@spoutSenderNames@@QEAA_NPEBDIIPEAXK@Z", BOOL, TEXT, INT, INT, HANDLE, INT),
    RELEASE_SENDER(NAMES, "?ReleaseSenderName@spoutSenderNames@@QEAA_NPEBD@Z", BOOL, TEXT),
    FIND_NAME(NAMES, "?FindSenderName@spoutSenderNames@@QEAA_NPEBD@Z", BOOL, TEXT),
    COUNT(NAMES, "?GetSenderCount@spoutSenderNames@@QEAAHXZ", INT),
    NAME_AT(NAMES, "?GetSender@spoutSenderNames@@QEAA_NHPEADH@Z", BOOL, INT, NAME, INT),
    INDEX_OF(NAMES, "?GetSenderIndex@spoutSenderNames@@QEAAHPEBD@Z", INT, TEXT),
    INFO(NAMES, "?GetSenderInfo@spoutSenderNames@@QEAA_NPEBDAEAI1AEAPEAXAEAK@Z", BOOL, TEXT, OUT_INT, OUT_INT,
            OUT_HANDLE, OUT_INT),
    INFO_AT(NAMES, "?GetSenderNameInfo@spoutSenderNames@@QEAA_NHPEADHAEAI1AEAPEAX@Z", BOOL, INT, NAME, INT, OUT_INT,
            OUT_INT, OUT_HANDLE),
    WHOLE_INFO(NAMES, "?getSharedInfo@spoutSenderNames@@QEAA_NPEBDPEAUSharedTextureInfo@@@Z", BOOL, TEXT, SPACE),
    SET_ID(NAMES, "?SetSenderID@spoutSenderNames@@QEAA_NPEBD_N1@Z", BOOL, TEXT, BOOL, BOOL),
    SET_ACTIVE(NAMES, "?SetActiveSender@spoutSenderNames@@QEAA_NPEBD@Z", BOOL, TEXT),
    ACTIVE(NAMES, "?GetActiveSender@spoutSenderNames@@QEAA_NPEADH@Z", BOOL, NAME, INT),
    FIND_ACTIVE(NAMES, "?FindActiveSender@spoutSenderNames@@QEAA_NPEADAEAI1AEAPEAXAEAKH@Z", BOOL, NAME, OUT_INT,
            OUT_INT, OUT_HANDLE, OUT_INT, INT),
    CLEAN(NAMES, "?CleanSenders@spoutSenderNames@@QEAAXXZ", VOID),
    MAX_SENDERS(NAMES, "?GetMaxSenders@spoutSenderNames@@QEAAHXZ", INT),

    SET_FRAME_COUNT(FRAMES, "?SetFrameCount@spoutFrameCount@@QEAAX_N@Z", VOID, BOOL),
    ENABLE_FRAME_COUNT(FRAMES, "?EnableFrameCount@spoutFrameCount@@QEAAXPEBD@Z", VOID, TEXT),
    FRAME_COUNT_ENABLED(FRAMES, "?IsFrameCountEnabled@spoutFrameCount@@QEAA_NXZ", BOOL),
    SET_NEW_FRAME(FRAMES, "?SetNewFrame@spoutFrameCount@@QEAAXXZ", VOID),
    GET_NEW_FRAME(FRAMES, "?GetNewFrame@spoutFrameCount@@QEAA_NXZ", BOOL),
    SENDER_FRAME(FRAMES, "?GetSenderFrame@spoutFrameCount@@QEAAJXZ", INT),
    SENDER_FPS(FRAMES, "?GetSenderFps@spoutFrameCount@@QEAANXZ", REAL),
    FRAME_NEW(FRAMES, "?IsFrameNew@spoutFrameCount@@QEAA_NXZ", BOOL),
    CLEANUP_FRAME_COUNT(FRAMES, "?CleanupFrameCount@spoutFrameCount@@QEAAXXZ", VOID),
    ENABLE_FRAME_SYNC(FRAMES, "?EnableFrameSync@spoutFrameCount@@QEAAX_N@Z", VOID, BOOL),
    SET_FRAME_SYNC(FRAMES, "?SetFrameSync@spoutFrameCount@@QEAAXPEBD@Z", VOID, TEXT),
    WAIT_FRAME_SYNC(FRAMES, "?WaitFrameSync@spoutFrameCount@@QEAA_NPEBDK@Z", BOOL, TEXT, INT),
    OPEN_FRAME_SYNC(FRAMES, "?OpenFrameSync@spoutFrameCount@@IEAAXPEBD@Z", VOID, TEXT),
    CLOSE_FRAME_SYNC(FRAMES, "?CloseFrameSync@spoutFrameCount@@QEAAXXZ", VOID),
    CREATE_ACCESS_MUTEX(FRAMES, "?CreateAccessMutex@spoutFrameCount@@QEAA_NPEBD@Z", BOOL, TEXT),
    CHECK_ACCESS(FRAMES, "?CheckAccess@spoutFrameCount@@QEAA_NXZ", BOOL),
    ALLOW_ACCESS(FRAMES, "?AllowAccess@spoutFrameCount@@QEAAXXZ", VOID),

    CREATE_BUFFER(GL, "?CreateMemoryBuffer@spoutGL@@QEAA_NPEBDH@Z", BOOL, TEXT, INT),
    WRITE_BUFFER(GL, "?WriteMemoryBuffer@spoutGL@@QEAA_NPEBD0H@Z", BOOL, TEXT, BYTES, INT),
    READ_BUFFER(GL, "?ReadMemoryBuffer@spoutGL@@QEAAHPEBDPEADH@Z", INT, TEXT, SPACE, INT),
    BUFFER_SIZE(GL, "?GetMemoryBufferSize@spoutGL@@QEAAHPEBD@Z", INT, TEXT),
    DELETE_BUFFER(GL, "?DeleteMemoryBuffer@spoutGL@@QEAA_NXZ", BOOL),
    READ_PIXELS(GL, "?ReadMemoryPixels@spoutGL@@IEAA_NPEBDPEAEIII_N@Z", BOOL, TEXT, SPACE, INT, INT, INT, BOOL),
    WRITE_PIXELS(GL, "?WriteMemoryPixels@spoutGL@@IEAA_NPEBDPEBEIII_N@Z", BOOL, TEXT, BYTES, INT, INT, INT, BOOL),

    CREATE_MEMORY(MEMORY, "?Create@SpoutSharedMemory@@QEAA?AW4SpoutCreateResult@@PEBDH@Z", INT, TEXT, INT),
    OPEN_MEMORY(MEMORY, "?Open@SpoutSharedMemory@@QEAA_NPEBD@Z", BOOL, TEXT),
    LOCK_MEMORY(MEMORY, "?Lock@SpoutSharedMemory@@QEAAPEADXZ", HANDLE),
    UNLOCK_MEMORY(MEMORY, "?Unlock@SpoutSharedMemory@@QEAAXXZ", VOID),
    CLOSE_MEMORY(MEMORY, "?Close@SpoutSharedMemory@@QEAAXXZ", VOID);

    private final GenuineClass owner;
    private final String symbol;
    private final GenuineValue result;
    private final List<GenuineValue> parameters;

    GenuineMethod(GenuineClass owner, String symbol, GenuineValue result, GenuineValue... parameters) {
        this.owner = owner;
        this.symbol = symbol;
        this.result = result;
        this.parameters = List.of(parameters);
    }

    GenuineClass owner() {
        return owner;
    }

    String symbol() {
        return symbol;
    }

    GenuineValue result() {
        return result;
    }

    List<GenuineValue> parameters() {
        return parameters;
    }
}
