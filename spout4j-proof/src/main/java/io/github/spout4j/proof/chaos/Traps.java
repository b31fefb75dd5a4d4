package io.github.spout4j.proof.chaos;

import io.github.spout4j.kernel.PausePoint;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where which programs come by. */
final class Traps {
    private static final Set<PausePoint> SENDERS_ALONE = EnumSet.of(PausePoint.FILE_MADE, PausePoint.NAMES_CHANGING,
            PausePoint.NAMES_HALF_CHANGED, PausePoint.INFO_HALF_CHANGED, PausePoint.SENDER_LISTED,
            PausePoint.SENDER_LEAVING, PausePoint.RING_GROWN, PausePoint.RING_SLOT_FOUND,
            PausePoint.RING_FRAME_WRITTEN, PausePoint.RING_FRAME_PUBLISHED, PausePoint.RING_RETRACTED);
    private static final Set<PausePoint> RECEIVERS_ALONE = EnumSet.of(PausePoint.RING_FRAME_CLAIMED,
            PausePoint.RING_FRAME_HELD, PausePoint.RING_PLACE_TAKEN);
    private static final Set<PausePoint> EACH_FRAME = EnumSet.of(PausePoint.RING_SLOT_FOUND,
            PausePoint.RING_FRAME_WRITTEN, PausePoint.RING_FRAME_PUBLISHED, PausePoint.RING_FRAME_CLAIMED,
            PausePoint.RING_FRAME_HELD);
    private static final Set<PausePoint> OFTEN = EnumSet.of(PausePoint.DIRECTORY_LOCKED, PausePoint.FILE_FOUND,
            PausePoint.MUTEX_ACQUIRED, PausePoint.FILE_LEFT);
    private static final int FRAMES = 600;
    private static final int MANY = 40;
    private static final int FEW = 2;

    private Traps() {}

    static List<PausePoint> of(ChaosPlan.Role role) {
        return Arrays.stream(PausePoint.values())
                .filter(point -> role == ChaosPlan.Role.SENDS || !SENDERS_ALONE.contains(point))
                .filter(point -> role == ChaosPlan.Role.RECEIVES || !RECEIVERS_ALONE.contains(point)).toList();
    }

    /** How often a program comes by in its first seconds, about. */
    static int passes(PausePoint point) {
        return EACH_FRAME.contains(point) ? FRAMES : OFTEN.contains(point) ? MANY : FEW;
    }
}
