package cn.jianwang.web;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A batch sent by hand: the JDK's HTTP client reads no answer before it has sent the whole body. */
final class RawUpload implements Closeable {

    private final Socket socket;
    private final OutputStream out;
    private final BufferedReader answers;

    RawUpload(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(60_000);
        out = new BufferedOutputStream(socket.getOutputStream());
        answers = new BufferedReader(new InputStreamReader(new AnswerBody(socket.getInputStream()), StandardCharsets.UTF_8));
        out.write(("POST /api/v1/triage/batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    void line(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    void flush() throws IOException {
        out.flush();
    }

    void end() throws IOException {
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** The next line of the answer; null at its end. */
    String answer() throws IOException {
        return answers.readLine();
    }

    /** Reads to the end and counts the lines. */
    long countAnswers() {
        try {
            long count = 0;
            while (answer() != null) {
                count++;
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The body of a chunked HTTP answer. */
    private static final class AnswerBody extends InputStream {

        private final DataInputStream in;
        private int left;
        private boolean begun;

        private AnswerBody(InputStream in) {
            this.in = new DataInputStream(new BufferedInputStream(in));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (!begun) {
                while (!headerLine().isEmpty()) {
                    begun = true;
                }
            }
            if (left == 0) {
                left = Integer.parseInt(headerLine(), 16);
                if (left == 0) {
                    return -1;
                }
            }
            int read = in.read(bytes, offset, Math.min(length, left));
            left -= read;
            if (left == 0) {
                headerLine();
            }
            return read;
        }

        private String headerLine() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.readByte(); c != '\n'; c = in.readByte()) {
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }
    }
}
