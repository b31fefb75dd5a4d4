// operator new and delete, as MSVC's release runtime and its std::allocator have them: a block is a block of the process'
// heap; one of 4096 bytes or more is aligned to 32, with the heap's own pointer in the 8 bytes before it. Every block is watched,
// so that a test can tell a leak from memory that was freed, also by others, and sees a free of what is no block.
#pragma once

#include "windows.h"

extern "C" [[gnu::used]] void* memcpy(void* to, const void* from, size bytes) {
    auto* t = static_cast<volatile unsigned char*>(to);
    auto* f = static_cast<const unsigned char*>(from);
    for (size i = 0; i < bytes; i++) {
        t[i] = f[i];
    }
    return to;
}

extern "C" [[gnu::used]] void* memset(void* at, int value, size bytes) {
    auto* a = static_cast<volatile unsigned char*>(at);
    for (size i = 0; i < bytes; i++) {
        a[i] = static_cast<unsigned char>(value);
    }
    return at;
}

extern "C" [[gnu::used]] size strlen(const char* text) {
    size length = 0;
    while (reinterpret_cast<const volatile char*>(text)[length] != 0) {
        length++;
    }
    return length;
}

inline void* operator new(size, void* at) { return at; }

// A lock for a few instructions.
class Spin {
    volatile int* word;

public:
    explicit Spin(volatile int& at) : word(&at) {
        while (__atomic_exchange_n(word, 1, __ATOMIC_ACQUIRE) != 0) {
        }
    }
    ~Spin() { __atomic_store_n(word, 0, __ATOMIC_RELEASE); }
};

class Heap {
    static constexpr int most = 4096;
    static constexpr size mark = 0x53544e44494e2121;
    struct Block {
        char* start;
        size bytes;
    };
    Block blocks[most];
    volatile int lock;
    int wrong;

    [[gnu::noinline]] static bool marked(const Block& block) {
        return HeapValidate(GetProcessHeap(), 0, block.start) &&
               HeapSize(GetProcessHeap(), 0, block.start) == block.bytes + sizeof mark &&
               *reinterpret_cast<volatile size*>(block.start + block.bytes) == mark;
    }

    // The memory may be gone where a caller has freed the block.
    static bool lives(const Block& block) {
        if (block.start == nullptr) {
            return false;
        }
        __try {
            return marked(block);
        } __except (1) {
            return false;
        }
    }

    // Forgets the blocks that callers have freed; how many are left.
    int sweep() {
        int count = 0;
        for (Block& block : blocks) {
            if (lives(block)) {
                count++;
            } else {
                block.start = nullptr;
            }
        }
        return count;
    }

public:
    void* allocate(size bytes) {
        Spin guard(lock);
        auto* start = static_cast<char*>(HeapAlloc(GetProcessHeap(), 0, bytes + sizeof mark));
        *reinterpret_cast<size*>(start + bytes) = mark;
        for (Block& block : blocks) {
            if (block.start == start || block.start == nullptr) {
                block = Block{start, bytes};
                return start;
            }
        }
        sweep();
        blocks[most - 1] = Block{start, bytes};
        return start;
    }

    void free(void* start) {
        Spin guard(lock);
        for (Block& block : blocks) {
            if (block.start == start && lives(block)) {
                *reinterpret_cast<size*>(block.start + block.bytes) = 0;
                block.start = nullptr;
                HeapFree(GetProcessHeap(), 0, start);
                return;
            }
        }
        // From another owner of the process' heap, such as a caller who made a string's memory there.
        if (HeapValidate(GetProcessHeap(), 0, start)) {
            HeapFree(GetProcessHeap(), 0, start);
        } else {
            wrong++;
        }
    }

    // How many blocks nobody has freed.
    int living() {
        Spin guard(lock);
        return sweep();
    }

    // How often what is no block was to be freed.
    int mistakes() const { return wrong; }

    void refuse() { wrong++; }
};

inline Heap heap;

constexpr size aligned = 4096, spare = 39;

inline void* allocate(size bytes) {
    if (bytes < aligned) {
        return heap.allocate(bytes);
    }
    auto start = reinterpret_cast<size>(heap.allocate(bytes + spare));
    auto* block = reinterpret_cast<void**>((start + spare) & ~size{31});
    block[-1] = reinterpret_cast<void*>(start);
    return block;
}

inline void deallocate(void* block, size bytes) {
    if (bytes >= aligned) {
        auto start = reinterpret_cast<size>(static_cast<void**>(block)[-1]);
        size shift = reinterpret_cast<size>(block) - start;
        if (shift < sizeof(void*) || shift > spare) {
            heap.refuse();
            return;
        }
        block = reinterpret_cast<void*>(start);
    }
    heap.free(block);
}
