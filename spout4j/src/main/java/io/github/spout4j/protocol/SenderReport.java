package io.github.spout4j.protocol;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.Glance;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.kernel.NotNowException;
import java.util.Optional;

/**
 * All that a living sender tells about itself.
 *
 * @param frame  the number of its newest frame; 0 where it does not count, or has not yet
 * @param paused whether it says that it is paused
 */
public record SenderReport(SenderName name, SharedTextureInfo info, int frame, boolean paused) {
    /** Looks now; empty where there is no such sender, or nothing of it can be used, or nobody can tell just now. */
    public static Optional<SenderReport> read(KernelSystem system, SenderName name) {
        try {
            return look(system, name);
        } catch (NotNowException _) {
            return Optional.empty();
        }
    }

    /**
     * As {@link #read}.
     *
     * @throws NotNowException where nobody can tell just now
     */
    static Optional<SenderReport> look(KernelSystem system, SenderName name) {
        try {
            return system.objects().glance(glance -> seen(glance, name, system.names()))
                    .or(() -> openAndRead(system, name));
        } catch (NotNowException e) {
            throw e;
        } catch (SpoutException _) {
            return Optional.empty();
        }
    }

    private static Optional<SenderReport> openAndRead(KernelSystem system, SenderName name) {
        return SenderInfoMap.read(system, name) instanceof InfoReading.Usable(SharedTextureInfo info)
                ? Optional.of(new SenderReport(name, info, FrameCount.frame(system.objects(), name),
                        SenderTraits.paused(system.objects(), name)))
                : Optional.empty();
    }

    /** What shows at a glance; where that is nothing, {@link #read} may tell more. */
    static Optional<SenderReport> seen(Glance glance, SenderName name, NameEncoding encoding) {
        try {
            return SenderInfoMap.seen(glance, name, encoding).filter(info -> info.problem().isEmpty())
                    .map(info -> new SenderReport(name, info, FrameCount.frame(glance, name),
                            SenderTraits.paused(glance, name)));
        } catch (SpoutException _) {
            return Optional.empty();
        }
    }
}
