package io.github.spout4j.direct;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.Transport;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderNames;
import io.github.spout4j.protocol.SenderReport;
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
        return SenderReport.read(system, name).map(report -> of(report, active));
    }

    /** @param active the active sender at the time */
    static SenderInfo of(SenderReport report, Optional<SenderName> active) {
        SharedTextureInfo info = report.info();
        return new SenderInfo(report.name().text(), info.width(), info.height(), info.format(),
                info.shareHandle() != 0 ? Transport.TEXTURE : Transport.MEMORY, info.handle(), info.description(),
                report.frame(), active.filter(report.name()::equals).isPresent(), info.partnerId(), report.paused());
    }
}
