// Senders in named memory: pixels, sizes, formats and frame numbers go from one instance to another, also between processes.
// The names are the stand-in's own, so Spout programs and other engines don't see them.
#pragma once

#include "calls.h"

enum { GL_RGB = 0x1907, GL_RGBA = 0x1908, GL_BGR = 0x80E0, GL_BGRA = 0x80E1 };
constexpr int nameBytes = 256, mostSenders = 64;

inline bool same(const char* a, const char* b) {
    while (*a != 0 && *a == *b) {
        a++;
        b++;
    }
    return *a == *b;
}

inline void copyName(char* to, const char* from, int bytes = nameBytes) {
    int i = 0;
    for (; from != nullptr && from[i] != 0 && i < bytes - 1; i++) {
        to[i] = from[i];
    }
    to[i] = 0;
}

// "standin WHAT NAME", in the space of names that the variable STAND_IN_SPACE chooses.
class ObjectName {
    char words[2 * nameBytes];
    int length = 0;
    void add(const char* word) {
        for (; *word != 0 && length < 2 * nameBytes - 1; word++) {
            words[length++] = *word == '\\' ? '/' : *word;
        }
    }

public:
    ObjectName(const char* what, const char* name, unsigned number = 0) {
        char space[32] = "";
        GetEnvironmentVariableA("STAND_IN_SPACE", space, sizeof space);
        add("standin");
        add(space);
        add(" ");
        add(what);
        for (; number != 0; number /= 10) {
            const char digit[] = {static_cast<char>('0' + number % 10), 0};
            add(digit);
        }
        add(" ");
        add(name);
        words[length] = 0;
    }
    const char* c_str() const { return words; }
};

// Named memory, mapped.
class Mapping {
    HANDLE handle = nullptr;
    void* view = nullptr;

    void map() { view = handle == nullptr ? nullptr : MapViewOfFile(handle, 0xF001F, 0, 0, 0); }

public:
    Mapping() = default;
    Mapping(const Mapping&) = delete;
    ~Mapping() { close(); }
    bool create(const ObjectName& name, size bytes) {
        close();
        handle = CreateFileMappingA(reinterpret_cast<HANDLE>(-1), nullptr, 4, bytes >> 32, static_cast<DWORD>(bytes),
            name.c_str());
        map();
        return view != nullptr;
    }
    bool open(const ObjectName& name) {
        close();
        handle = OpenFileMappingA(0xF001F, 0, name.c_str());
        map();
        return view != nullptr;
    }
    void close() {
        if (view != nullptr) {
            UnmapViewOfFile(view);
        }
        if (handle != nullptr) {
            CloseHandle(handle);
        }
        view = handle = nullptr;
    }
    template <class T>
    T* as() const {
        return static_cast<T*>(view);
    }
    HANDLE object() const { return handle; }
    explicit operator bool() const { return view != nullptr; }
};

// Owns a named mutex while it lives.
class Owned {
    HANDLE mutex;

public:
    explicit Owned(const ObjectName& name) : mutex(CreateMutexA(nullptr, 0, name.c_str())) {
        WaitForSingleObject(mutex, 0xFFFFFFFF);
    }
    ~Owned() {
        ReleaseMutex(mutex);
        CloseHandle(mutex);
    }
};

struct SenderState {
    unsigned width, height;
    DWORD format;
    unsigned generation;
    long frame;
    char host[nameBytes];
};

// The list of senders. One whose process has died is swept.
class SenderList {
    struct Table {
        int count;
        char active[nameBytes];
        char names[mostSenders][nameBytes];
    };
    Mapping memory;

    Table* table() {
        if (!memory) {
            memory.create(ObjectName("list", ""), sizeof(Table));
        }
        Table* t = memory.as<Table>();
        for (int i = t->count - 1; i >= 0; i--) {
            Mapping info;
            if (!info.open(ObjectName("sender", t->names[i]))) {
                drop(t, i);
            }
        }
        return t;
    }
    static void drop(Table* t, int at) {
        bool active = same(t->active, t->names[at]);
        t->count--;
        for (int i = at; i < t->count; i++) {
            memcpy(t->names[i], t->names[i + 1], nameBytes);
        }
        if (active) {
            copyName(t->active, t->count > 0 ? t->names[0] : "");
        }
    }
    static int find(const Table* t, const char* name) {
        for (int i = 0; i < t->count; i++) {
            if (same(t->names[i], name)) {
                return i;
            }
        }
        return -1;
    }
    static ObjectName mutex() { return ObjectName("list mutex", ""); }

public:
    // Its info must exist. It becomes the active one.
    void add(const char* name) {
        Owned guard(mutex());
        Table* t = table();
        if (find(t, name) < 0 && t->count < mostSenders) {
            copyName(t->names[t->count++], name);
        }
        copyName(t->active, name);
    }
    void remove(const char* name) {
        Owned guard(mutex());
        Table* t = table();
        int at = find(t, name);
        if (at >= 0) {
            drop(t, at);
        }
    }
    bool has(const char* name) {
        Owned guard(mutex());
        return find(table(), name) >= 0;
    }
    int count() {
        Owned guard(mutex());
        return table()->count;
    }
    bool at(int index, char* name, int bytes) {
        Owned guard(mutex());
        Table* t = table();
        if (index < 0 || index >= t->count || name == nullptr) {
            return false;
        }
        copyName(name, t->names[index], bytes);
        return true;
    }
    bool active(char* name) {
        Owned guard(mutex());
        Table* t = table();
        copyName(name, t->active);
        return t->active[0] != 0;
    }
    bool activate(const char* name) {
        Owned guard(mutex());
        Table* t = table();
        if (find(t, name) < 0) {
            return false;
        }
        copyName(t->active, name);
        return true;
    }
};
[[clang::no_destroy, clang::require_constant_initialization]] inline SenderList senders;

// From pixels of one format to those of another, upside down where that is wanted.
inline void convert(const unsigned char* from, GLenum fromFormat, unsigned char* to, GLenum toFormat, unsigned width,
    unsigned height, bool invert) {
    auto bytes = [](GLenum format) { return format == GL_RGB || format == GL_BGR ? 3u : 4u; };
    auto red = [](GLenum format) { return format == GL_BGR || format == GL_BGRA ? 2 : 0; };
    for (unsigned y = 0; y < height; y++) {
        const unsigned char* f = from + size{y} * width * bytes(fromFormat);
        unsigned char* t = to + size{invert ? height - 1 - y : y} * width * bytes(toFormat);
        for (unsigned x = 0; x < width; x++, f += bytes(fromFormat), t += bytes(toFormat)) {
            t[red(toFormat)] = f[red(fromFormat)];
            t[1] = f[1];
            t[2 - red(toFormat)] = f[2 - red(fromFormat)];
            if (bytes(toFormat) == 4) {
                t[3] = bytes(fromFormat) == 4 ? f[3] : 255;
            }
        }
    }
}

class Sender {
    Mapping info, pixels;

public:
    char name[nameBytes] = "";
    DWORD format = DXGI_FORMAT_B8G8R8A8_UNORM;

    explicit operator bool() const { return static_cast<bool>(info); }
    SenderState* state() const { return info.as<SenderState>(); }
    HANDLE handle() const { return info.object(); }

    bool start(unsigned width, unsigned height) {
        if (width == 0 || height == 0) {
            return false;
        }
        if (!info) {
            for (unsigned number = 1; name[0] == 0 || (number > 1 && senders.has(name)); number++) {
                copyName(name, "standin sender");
                name[14] = number == 1 ? 0 : '_';
                name[15] = static_cast<char>('0' + number % 10);
                name[16] = 0;
            }
            if (!info.create(ObjectName("sender", name), sizeof(SenderState))) {
                return false;
            }
            *state() = SenderState{};
            GetModuleFileNameA(nullptr, state()->host, nameBytes);
            senders.add(name);
        }
        if (width != state()->width || height != state()->height || !pixels) {
            Owned guard(ObjectName("mutex", name));
            state()->generation++;
            if (!pixels.create(ObjectName("pixels", name, state()->generation), size{width} * height * 4)) {
                return false;
            }
            state()->width = width;
            state()->height = height;
        }
        state()->format = format;
        return true;
    }

    bool send(const unsigned char* from, unsigned width, unsigned height, GLenum glFormat, bool invert) {
        if (from == nullptr || !start(width, height)) {
            return false;
        }
        Owned guard(ObjectName("mutex", name));
        convert(from, glFormat, pixels.as<unsigned char>(), GL_RGBA, width, height, invert);
        state()->frame++;
        return true;
    }

    void release() {
        if (info) {
            info.close();
            pixels.close();
            senders.remove(name);
        }
    }
    ~Sender() { release(); }
};

class Receiver {
    unsigned generation = 0;
    bool updated = false;

public:
    char wanted[nameBytes] = "", name[nameBytes] = "";
    SenderState state{};
    bool connected = false, fresh = false;

    bool isUpdated() {
        bool was = updated;
        updated = false;
        return was;
    }

    // As in the SDK: true without any pixels where the sender is a new one or has changed its size.
    bool receive(unsigned char* to, GLenum glFormat, bool invert) {
        updated = false;
        char sender[nameBytes];
        copyName(sender, wanted);
        Mapping info;
        if ((sender[0] == 0 && !senders.active(sender)) || !info.open(ObjectName("sender", sender))) {
            release();
            return false;
        }
        Owned guard(ObjectName("mutex", sender));
        SenderState now = *info.as<SenderState>();
        if (!same(sender, name) || now.generation != generation) {
            copyName(name, sender);
            generation = now.generation;
            state = now;
            state.frame = 0;
            connected = updated = true;
            return true;
        }
        Mapping pixels;
        if (to == nullptr || !pixels.open(ObjectName("pixels", name, generation))) {
            return false;
        }
        convert(pixels.as<unsigned char>(), GL_RGBA, to, glFormat, now.width, now.height, invert);
        fresh = now.frame != state.frame;
        state = now;
        return true;
    }

    void release() {
        name[0] = 0;
        connected = updated = fresh = false;
        generation = 0;
    }
};

inline bool senderState(const char* name, SenderState& state) {
    Mapping info;
    if (!info.open(ObjectName("sender", name))) {
        return false;
    }
    state = *info.as<SenderState>();
    return true;
}

// A memory buffer: its length, then its bytes.
class Buffer {
    Mapping memory;

public:
    bool create(const char* name, int length) {
        if (memory || length <= 0 || !memory.create(ObjectName("data", name), 8 + length)) {
            return false;
        }
        memory.as<int>()[0] = length;
        return true;
    }
    bool remove() {
        bool was = static_cast<bool>(memory);
        memory.close();
        return was;
    }
    bool write(const char* name, const char* data, int length) {
        if (!memory && !create(name, length)) {
            return false;
        }
        if (length > memory.as<int>()[0]) {
            return false;
        }
        memcpy(memory.as<char>() + 8, data, length);
        memory.as<int>()[1] = length;
        return true;
    }
    static int read(const char* name, char* data, int most) {
        Mapping found;
        if (!found.open(ObjectName("data", name))) {
            return 0;
        }
        int length = found.as<int>()[1];
        length = length > most ? most : length;
        memcpy(data, found.as<char>() + 8, length);
        return length;
    }
    static int length(const char* name) {
        Mapping found;
        return found.open(ObjectName("data", name)) ? found.as<int>()[0] : 0;
    }
};

inline HANDLE syncEvent(const char* name) { return CreateEventA(nullptr, 0, 0, ObjectName("sync", name).c_str()); }
