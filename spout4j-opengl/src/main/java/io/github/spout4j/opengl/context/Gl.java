package io.github.spout4j.opengl.context;

/** The numbers of OpenGL that this module uses, by their names without GL_. */
public final class Gl {
    public static final int FRONT = 0x0404;
    public static final int BACK = 0x0405;
    public static final int FRONT_LEFT = 0x0400;
    public static final int BACK_LEFT = 0x0402;
    public static final int BYTE = 0x1400;
    public static final int UNSIGNED_BYTE = 0x1401;
    public static final int SHORT = 0x1402;
    public static final int UNSIGNED_SHORT = 0x1403;
    public static final int INT = 0x1404;
    public static final int UNSIGNED_INT = 0x1405;
    public static final int FLOAT = 0x1406;
    public static final int HALF_FLOAT = 0x140B;
    public static final int UNSIGNED_INT_2_10_10_10_REV = 0x8368;
    public static final int UNSIGNED_INT_10F_11F_11F_REV = 0x8C3B;
    public static final int SIGNED_NORMALIZED = 0x8F9C;

    public static final int RED = 0x1903;
    public static final int RG = 0x8227;
    public static final int RGB = 0x1907;
    public static final int RGBA = 0x1908;
    public static final int BGRA = 0x80E1;
    public static final int RGBA8 = 0x8058;
    public static final int RGB10_A2 = 0x8059;
    public static final int RGBA16 = 0x805B;
    public static final int R8 = 0x8229;
    public static final int R16 = 0x822A;
    public static final int RG8 = 0x822B;
    public static final int RG16 = 0x822C;
    public static final int R16F = 0x822D;
    public static final int R32F = 0x822E;
    public static final int RG16F = 0x822F;
    public static final int RG32F = 0x8230;
    public static final int RGBA32F = 0x8814;
    public static final int RGBA16F = 0x881A;
    public static final int R11F_G11F_B10F = 0x8C3A;
    public static final int SRGB = 0x8C40;
    public static final int SRGB8_ALPHA8 = 0x8C43;
    public static final int RGBA8_SNORM = 0x8F97;
    public static final int RGBA16_SNORM = 0x8F9B;

    public static final int TEXTURE = 0x1702;
    public static final int TEXTURE_2D = 0x0DE1;
    public static final int TEXTURE_RECTANGLE = 0x84F5;
    public static final int TEXTURE_2D_ARRAY = 0x8C1A;
    public static final int TEXTURE_2D_MULTISAMPLE = 0x9100;
    public static final int TEXTURE_BINDING_2D = 0x8069;
    public static final int TEXTURE_BINDING_RECTANGLE = 0x84F6;
    public static final int TEXTURE_BINDING_2D_ARRAY = 0x8C1D;
    public static final int TEXTURE_BINDING_2D_MULTISAMPLE = 0x9104;
    public static final int TEXTURE_WIDTH = 0x1000;
    public static final int TEXTURE_HEIGHT = 0x1001;
    public static final int TEXTURE_IMMUTABLE_FORMAT = 0x912F;
    public static final int TEXTURE_MIN_FILTER = 0x2801;
    public static final int TEXTURE_MAG_FILTER = 0x2800;
    public static final int TEXTURE_WRAP_S = 0x2802;
    public static final int TEXTURE_WRAP_T = 0x2803;
    public static final int TEXTURE_MAX_LEVEL = 0x813D;
    public static final int NEAREST = 0x2600;
    public static final int LINEAR = 0x2601;
    public static final int CLAMP_TO_EDGE = 0x812F;

    public static final int READ_FRAMEBUFFER = 0x8CA8;
    public static final int DRAW_FRAMEBUFFER = 0x8CA9;
    public static final int READ_FRAMEBUFFER_BINDING = 0x8CAA;
    public static final int DRAW_FRAMEBUFFER_BINDING = 0x8CA6;
    public static final int FRAMEBUFFER_COMPLETE = 0x8CD5;
    public static final int COLOR_ATTACHMENT0 = 0x8CE0;
    public static final int RENDERBUFFER = 0x8D41;
    public static final int RENDERBUFFER_BINDING = 0x8CA7;
    public static final int RENDERBUFFER_WIDTH = 0x8D42;
    public static final int RENDERBUFFER_HEIGHT = 0x8D43;
    public static final int READ_BUFFER = 0x0C02;
    public static final int COLOR_BUFFER_BIT = 0x4000;
    public static final int SAMPLES = 0x80A9;
    public static final int DOUBLEBUFFER = 0x0C32;
    public static final int FRAMEBUFFER_ATTACHMENT_OBJECT_TYPE = 0x8CD0;
    public static final int FRAMEBUFFER_ATTACHMENT_OBJECT_NAME = 0x8CD1;
    public static final int FRAMEBUFFER_ATTACHMENT_TEXTURE_LEVEL = 0x8CD2;
    public static final int FRAMEBUFFER_ATTACHMENT_COLOR_ENCODING = 0x8210;
    public static final int FRAMEBUFFER_ATTACHMENT_COMPONENT_TYPE = 0x8211;
    public static final int FRAMEBUFFER_ATTACHMENT_RED_SIZE = 0x8212;
    public static final int FRAMEBUFFER_ATTACHMENT_GREEN_SIZE = 0x8213;
    public static final int FRAMEBUFFER_ATTACHMENT_BLUE_SIZE = 0x8214;
    public static final int FRAMEBUFFER_ATTACHMENT_ALPHA_SIZE = 0x8215;
    public static final int IMPLEMENTATION_COLOR_READ_FORMAT = 0x8B9B;
    public static final int SCISSOR_TEST = 0x0C11;
    public static final int FRAMEBUFFER_SRGB = 0x8DB9;
    public static final int CLAMP_READ_COLOR = 0x891C;
    public static final int FIXED_ONLY = 0x891D;

    public static final int PIXEL_PACK_BUFFER = 0x88EB;
    public static final int PIXEL_UNPACK_BUFFER = 0x88EC;
    public static final int PIXEL_PACK_BUFFER_BINDING = 0x88ED;
    public static final int PIXEL_UNPACK_BUFFER_BINDING = 0x88EF;
    public static final int STREAM_DRAW = 0x88E0;
    public static final int STREAM_READ = 0x88E1;
    public static final int MAP_READ_BIT = 0x0001;
    public static final int MAP_WRITE_BIT = 0x0002;
    public static final int MAP_INVALIDATE_BUFFER_BIT = 0x0008;
    public static final int MAP_PERSISTENT_BIT = 0x0040;
    public static final int MAP_COHERENT_BIT = 0x0080;
    public static final int CLIENT_STORAGE_BIT = 0x0200;

    public static final int UNPACK_SWAP_BYTES = 0x0CF0;
    public static final int UNPACK_LSB_FIRST = 0x0CF1;
    public static final int UNPACK_ROW_LENGTH = 0x0CF2;
    public static final int UNPACK_SKIP_ROWS = 0x0CF3;
    public static final int UNPACK_SKIP_PIXELS = 0x0CF4;
    public static final int UNPACK_ALIGNMENT = 0x0CF5;
    public static final int UNPACK_SKIP_IMAGES = 0x806D;
    public static final int UNPACK_IMAGE_HEIGHT = 0x806E;
    public static final int PACK_SWAP_BYTES = 0x0D00;
    public static final int PACK_LSB_FIRST = 0x0D01;
    public static final int PACK_ROW_LENGTH = 0x0D02;
    public static final int PACK_SKIP_ROWS = 0x0D03;
    public static final int PACK_SKIP_PIXELS = 0x0D04;
    public static final int PACK_ALIGNMENT = 0x0D05;
    public static final int PACK_INVERT_MESA = 0x8758;

    public static final int MAP_COLOR = 0x0D10;
    public static final int RED_SCALE = 0x0D14;
    public static final int RED_BIAS = 0x0D15;
    public static final int GREEN_SCALE = 0x0D18;
    public static final int GREEN_BIAS = 0x0D19;
    public static final int BLUE_SCALE = 0x0D1A;
    public static final int BLUE_BIAS = 0x0D1B;
    public static final int ALPHA_SCALE = 0x0D1C;
    public static final int ALPHA_BIAS = 0x0D1D;

    public static final int DEVICE_LUID = 0x9599;
    public static final int DEDICATED_MEMORY_OBJECT = 0x9581;
    public static final int HANDLE_TYPE_OPAQUE_WIN32_KMT = 0x9588;
    public static final int HANDLE_TYPE_D3D11_IMAGE_KMT = 0x958C;
    /** Of WGL_NV_DX_interop2. */
    public static final int ACCESS_READ_ONLY = 0;
    public static final int ACCESS_WRITE_DISCARD = 2;

    public static final int SYNC_GPU_COMMANDS_COMPLETE = 0x9117;
    public static final int SYNC_FLUSH_COMMANDS_BIT = 0x0001;
    public static final int TIMEOUT_EXPIRED = 0x911B;

    public static final int VERSION = 0x1F02;
    public static final int RENDERER = 0x1F01;
    public static final int EXTENSIONS = 0x1F03;
    public static final int NUM_EXTENSIONS = 0x821D;
    public static final int CONTEXT_FLAGS = 0x821E;
    public static final int CONTEXT_FLAG_FORWARD_COMPATIBLE_BIT = 0x0001;
    public static final int CONTEXT_PROFILE_MASK = 0x9126;
    public static final int CONTEXT_COMPATIBILITY_PROFILE_BIT = 0x0002;
    public static final int NO_ERROR = 0;

    private Gl() {}
}
