package io.github.spout4j.examples;

import module java.base;

/**
 * Writes a small neural network as an ONNX file, without a library: pictures become cartoons, of few colours with dark edges. It
 * takes and gives 1 × 3 × height × width floats, RGB from 0 to 255, of any size. Its weights are sums of powers of two, so that
 * floats are exact. Run: {@code examples/run CartoonModel [FILE]}. Argument: the file, else cartoon.onnx.
 */
public final class CartoonModel {
    private CartoonModel() {}

    public static void main(String[] args) {
        try {
            Files.write(Path.of(args.length > 0 ? args[0] : "cartoon.onnx"), bytes());
        } catch (InvalidPathException | IOException e) {
            System.err.println("cannot write to " + e.getMessage());
            System.exit(1);
        }
    }

    /** The file; numbers of fields and types are those of onnx.proto. */
    static byte[] bytes() {
        double[] smooth = {0.25, 0.5, 0.25}, slope = {-1, 0, 1};
        byte[] edge = field(5, field(1, "mode"), field(20, 3), field(4, "edge"));
        byte[] separately = field(5, field(1, "group"), field(20, 2), field(3, 3));
        byte[] colours = field(5, field(1, "axes"), field(20, 7), field(8, 1));
        byte[] graph = field(7, field(2, "cartoon"), picture(11, "picture"), picture(12, "cartoon"),
                field(5, field(1, 8), field(2, 7), field(7, new byte[]{0, 0, 1, 1, 0, 0, 1, 1}), field(8, "margins")),
                kernel("blur", smooth, smooth), kernel("across", smooth, slope), kernel("down", slope, smooth),
                join(Stream.of("0", "0.5", "1", "2", "16", "64")
                        .map(number -> constant(number, new double[]{Double.parseDouble(number)}))
                        .toArray(byte[][]::new)),
                node("Pad", "picture margins", "framed", edge), node("Conv", "framed blur", "blurred", separately),
                node("Pad", "blurred margins", "framed2", edge), node("Conv", "framed2 blur", "smooth", separately),
                // Posterised: in steps of 64.
                node("Div", "smooth 64", "steps"), node("Add", "steps 0.5", "raised"), node("Floor", "raised", "whole"),
                node("Mul", "whole 64", "flat"),
                // Lines, where a colour changes by 16 from one neighbour to the other; black ones from 32 on.
                node("Pad", "smooth margins", "framed3", edge), node("Conv", "framed3 across", "right", separately),
                node("Conv", "framed3 down", "below", separately), node("Abs", "right", "x"), node("Abs", "below", "y"),
                node("Add", "x y", "slopes"), node("ReduceMax", "slopes", "steepest", colours),
                node("Div", "steepest 16", "ink"), node("Sub", "2 ink", "paper"), node("Clip", "paper 0 1", "light"),
                node("Mul", "flat light", "drawn"), node("Floor", "drawn", "cartoon"));
        return join(field(1, 7), graph, field(8, field(1, ""), field(2, 13)));
    }

    private static byte[] picture(int field, String name) {
        byte[] shape = field(2, field(1, field(1, 1)), field(1, field(1, 3)), field(1, field(2, "height")),
                field(1, field(2, "width")));
        return field(field, field(1, name), field(2, field(1, field(1, 1), shape)));
    }

    /** For each colour the same. */
    private static byte[] kernel(String name, double[] rows, double[] columns) {
        double[] products = IntStream.range(0, 27).mapToDouble(i -> rows[i / 3 % 3] * columns[i % 3]).toArray();
        return constant(name, products, field(1, 3), field(1, 1), field(1, 3), field(1, 3));
    }

    private static byte[] constant(String name, double[] values, byte[]... sides) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        DoubleStream.of(values).forEach(value -> raw.putFloat((float) value));
        return field(5, join(sides), field(2, 1), field(8, name), field(9, raw.array()));
    }

    private static byte[] node(String type, String inputs, String output, byte[]... attributes) {
        byte[] names = join(Stream.of(inputs.split(" ")).map(name -> field(1, name)).toArray(byte[][]::new));
        return field(1, names, field(2, output), field(4, type), join(attributes));
    }

    private static byte[] field(int number, long value) {
        return join(varint(number << 3), varint(value));
    }

    private static byte[] field(int number, String text) {
        return field(number, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] field(int number, byte[]... parts) {
        byte[] content = join(parts);
        return join(varint(number << 3 | 2), varint(content.length), content);
    }

    private static byte[] varint(long value) {
        return value < 0x80
                ? new byte[]{(byte) value}
                : join(new byte[]{(byte) (value | 0x80)}, varint(value >>> 7));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Stream.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
