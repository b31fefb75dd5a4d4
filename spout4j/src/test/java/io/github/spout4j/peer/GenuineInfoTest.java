package io.github.spout4j.peer;

import static io.github.spout4j.peer.GenuineMethod.SET_ID;
import static io.github.spout4j.peer.GenuineMethod.UPDATE_SENDER;
import static io.github.spout4j.peer.GenuineMethod.WHOLE_INFO;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderNames;
import io.github.spout4j.protocol.SenderRegistration;
import io.github.spout4j.protocol.SharedTextureInfo;
import io.github.spout4j.testing.TestSystem;
import io.github.spout4j.testing.UniqueName;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GenuineTest
class GenuineInfoTest extends AgainstGenuine {
    private static final int INFO_BYTES = 280;
    private static final int DESCRIPTION = 20;
    private static final int PARTNER_ID = 276;

    private static byte[] wholeInfo(String name) {
        return Genuine.bytes(genuine.call(WHOLE_INFO, name, INFO_BYTES).get(1));
    }

    @Test
    void bothDescribeTheirProgramByTheSameBytes() {
        String theirs = UniqueName.of("theirs");
        genuine.createSender(theirs, 8, 8, 0, 28);
        try (SpoutSender ours = spout.sender(UniqueName.of("ours")).size(8, 8).open()) {
            // the peer runs on the same java.exe
            assertThat(Arrays.copyOfRange(wholeInfo(ours.name()), DESCRIPTION, PARTNER_ID))
                    .isEqualTo(Arrays.copyOfRange(wholeInfo(theirs), DESCRIPTION, PARTNER_ID));
            assertThat(spout.senders().find(theirs).orElseThrow().host())
                    .isEqualTo(spout.senders().find(ours.name()).orElseThrow().host()).endsWith("java.exe");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 28", "-5, 87", "0x40000A02, 21", "0x7FFFFFFF, 22", "-0x80000000, 24", "1, 2", "2, 10"})
    void everyHandleAndFormatIsTheSameOnBothSides(String number, int format) {
        int handle = Integer.decode(number);
        String theirs = UniqueName.of("theirs");
        genuine.createSender(theirs, 16384, 1, handle, format);
        assertThat(spout.senders().find(theirs).orElseThrow())
                .extracting(SenderInfo::shareHandle, SenderInfo::dxgiFormat, SenderInfo::transport)
                .containsExactly((long) handle, format, handle == 0 ? Transport.MEMORY : Transport.TEXTURE);

        KernelSystem system = TestSystem.open();
        SenderName ours = SenderName.of(UniqueName.of("ours"), system.names());
        SharedTextureInfo info = new SharedTextureInfo(handle, 16384, 1, format, 0, "here", 0);
        try (SenderNames names = new SenderNames(system); SenderRegistration _ = names.register(ours, info)) {
            assertThat(genuine.info(ours.text()))
                    .contains(new GenuineInfo(ours.text(), 16384, 1, handle, format));
        }
    }

    @ParameterizedTest
    @CsvSource({"false, false, 0", "true, false, -0x80000000", "false, true, 0x40000000", "true, true, -0x40000000"})
    void theIdThatItSetsIsReadHere(boolean cpu, boolean glDx, String partnerId) {
        String theirs = UniqueName.of("theirs");
        genuine.createSender(theirs, 8, 8, 5, 28);
        assertThat(genuine.isTrue(SET_ID, theirs, cpu, glDx)).isTrue();
        assertThat(spout.senders().find(theirs).orElseThrow().partnerId()).isEqualTo(Integer.decode(partnerId));
        genuine.call(UPDATE_SENDER, theirs, 9, 9, 5, 28);
        assertThat(spout.senders().find(theirs).orElseThrow().partnerId()).isZero();
    }

    @Test
    void ourSenderSaysThatItSharesThroughTheCpu() {
        try (SpoutSender ours = spout.sender(UniqueName.of("ours")).size(8, 8).open()) {
            assertThat(Arrays.copyOfRange(wholeInfo(ours.name()), PARTNER_ID, INFO_BYTES))
                    .containsExactly(0, 0, 0, 0x80);
        }
    }
}
