package io.github.spout4j.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.SplittableRandom;

/** Passes datagrams on between a caller and a port of this machine, but some, by chance. */
final class LossyProxy implements AutoCloseable {
    private final DatagramSocket socket = new DatagramSocket(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final SplittableRandom random = new SplittableRandom(1);
    private final double loss;
    private volatile int passed;
    private volatile int lost;

    LossyProxy(int target, double loss) throws IOException {
        this.loss = loss;
        socket.setReceiveBufferSize(4 << 20);
        Thread.ofPlatform().daemon().name("lossy proxy").start(() -> run(target));
    }

    int port() {
        return socket.getLocalPort();
    }

    int passed() {
        return passed;
    }

    int lost() {
        return lost;
    }

    private void run(int target) {
        SocketAddress behind = new InetSocketAddress(InetAddress.getLoopbackAddress(), target);
        SocketAddress caller = null;
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        while (!socket.isClosed()) {
            try {
                packet.setLength(65_536);
                socket.receive(packet);
                boolean back = packet.getSocketAddress().equals(behind);
                caller = back ? caller : packet.getSocketAddress();
                if (random.nextDouble() < loss) {
                    lost++;
                } else if (!back || caller != null) {
                    packet.setSocketAddress(back ? caller : behind);
                    socket.send(packet);
                    passed++;
                }
            } catch (IOException _) {
                // nobody is there, or it is over
            }
        }
    }

    /** A port that is free now. */
    static int freePort() {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
