package io.github.spout4j.direct;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.Transport;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.protocol.FrameCount;
import io.github.spout4j.protocol.InfoReading;
import io.github.spout4j.protocol.SenderInfoMap;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderNames;
import io.github.spout4j.protocol.SenderTraits;
import io.github.spout4j.protocol.SharedTextureInfo;
import java.util.Optional;

/** What senders publish, as users see it. */
final class SenderInfos {
    private SenderInfos() {}

    /** A living sender that says something usable about itself. */
    static Optional<SenderInfo> find(KernelSystem system, SenderNames names, SenderName name) {
        return find(system, name, names.active().get());
    }

    /** @param active the active sender at the time */
    static Optional<SenderInfo> find(KernelSystem system, SenderName name, Optional<SenderName> active) {
        if (!(SenderInfoMap.read(system, name) instanceof InfoReading.Usable(SharedTextureInfo info))) {
            return Optional.empty();
        }
        return Optional.of(new SenderInfo(name.text(), info.width(), info.height(), info.format(),
                info.shareHandle() != 0 ? Transport.TEXTURE : Transport.MEMORY, info.handle(), info.description(),
                FrameCount.frame(system.objects(), name), active.filter(name::equals).isPresent(), info.partnerId(),
                SenderTraits.paused(system.objects(), name)));
    }
}
