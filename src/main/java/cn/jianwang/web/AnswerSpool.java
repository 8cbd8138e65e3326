package cn.jianwang.web;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets a batch go on reading while its sender does not yet take the answer. Many HTTP clients send a whole body before
 * they read; writing to them directly would block both sides for ever. What the sender has not taken waits in a temporary
 * file, never in memory; a sender that reads along gets each line at once and the file stays empty.
 */
final class AnswerSpool implements Closeable {

    private static final int CHUNK = 1 << 16;

    private final FileChannel file;
    private final OutputStream client;
    private final Thread sender;
    private long written;
    private long sent;
    private boolean complete;
    private IOException failure;

    AnswerSpool(OutputStream client) throws IOException {
        this.client = client;
        Path path = Files.createTempFile("jianwang-batch", ".ndjson");
        this.file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        this.sender = new Thread(this::send, "batch-answer");
        sender.setDaemon(true);
        sender.start();
    }

    /** Fails once the client has gone away. */
    synchronized void write(byte[] bytes) throws IOException {
        if (failure != null) {
            throw failure;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            written += file.write(buffer, written);
        }
        notifyAll();
    }

    /** Returns when the client has taken everything. */
    void finish() throws IOException {
        synchronized (this) {
            complete = true;
            notifyAll();
        }
        join();
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            complete = true;
            sent = written;
            notifyAll();
        }
        join();
        file.close();
    }

    private void send() {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        try {
            while (next(chunk)) {
                client.write(chunk.array(), 0, chunk.position());
                if (caughtUp(chunk.position())) {
                    client.flush();
                }
            }
        } catch (IOException gone) {
            synchronized (this) {
                failure = gone;
            }
        }
    }

    private synchronized boolean next(ByteBuffer chunk) throws IOException {
        while (sent == written && !complete) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
        }
        chunk.clear();
        chunk.limit((int) Math.min(CHUNK, written - sent));
        while (chunk.hasRemaining() && file.read(chunk, sent + chunk.position()) > 0) {
            continue;
        }
        return chunk.position() > 0;
    }

    private synchronized boolean caughtUp(int bytes) throws IOException {
        sent = Math.min(sent + bytes, written);
        if (sent < written) {
            return false;
        }
        sent = 0;
        written = 0;
        file.truncate(0);
        return true;
    }

    private void join() throws IOException {
        try {
            sender.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
