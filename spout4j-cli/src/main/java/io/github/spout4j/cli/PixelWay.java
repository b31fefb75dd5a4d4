package io.github.spout4j.cli;

import io.github.spout4j.Adapter;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.SpoutSender;
import io.github.spout4j.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The way that pixels go; all who send or receive have the same options for it. */
public final class PixelWay {
    @Option(names = "--transport", paramLabel = "WAY", converter = TransportChoice.Converter.class, completionCandidates = TransportChoice.Converter.class, defaultValue = TransportChoice.AUTO, description = "How pixels go: texture (Windows), memory (memory share), or auto for "
            + "what works; default: ${DEFAULT-VALUE}.")
    private TransportChoice transport;

    @Option(names = "--adapter", paramLabel = "I|NAME", description = "The graphics adapter for textures: its number "
            + "or a part of its name, see spout adapters.")
    private String adapter;

    /** What the user insists on; empty for whatever works. */
    public Optional<Transport> only() {
        return transport.only();
    }

    /**
     * Looks the adapter up.
     *
     * @throws CommandException where what the user asks for is not here
     */
    public Optional<Adapter> adapter(Spout spout) {
        if (adapter != null && only().filter(Transport.MEMORY::equals).isPresent()) {
            throw CommandException.badInput("--adapter is for textures; leave it or --transport memory out");
        }
        boolean texture = only().filter(Transport.TEXTURE::equals).isPresent();
        if (texture && spout.adapters().isEmpty()) {
            throw CommandException.failed("--transport texture: " + AdapterName.none());
        }
        return Optional.ofNullable(adapter).map(wanted -> AdapterName.find(wanted, spout.adapters()));
    }

    public SpoutSender.Builder of(Spout spout, SpoutSender.Builder sender) {
        adapter(spout).ifPresent(sender::adapter);
        only().ifPresent(sender::transport);
        return sender;
    }

    public SpoutReceiver.Builder of(Spout spout, SpoutReceiver.Builder receiver) {
        adapter(spout).ifPresent(receiver::adapter);
        only().ifPresent(receiver::transport);
        return receiver;
    }

    /** The same as command line arguments. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--transport=" + transport));
        if (adapter != null) {
            arguments.add("--adapter=" + adapter);
        }
        return arguments;
    }
}
