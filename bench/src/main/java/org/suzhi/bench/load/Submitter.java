package org.suzhi.bench.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * One connection that posts interviews, each under a new instanceID. Plain sockets, to leave the processors to the
 * server.
 */
final class Submitter implements Phase.Worker {
    private static final String BOUNDARY = "----suzhi-load";
    private static final String PART = "--" + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"submission.xml\"\r\n"
            + "Content-Type: text/xml\r\n\r\n";
    private static final String END = "\r\n--" + BOUNDARY + "--\r\n";

    private final URI server;
    private Socket socket;
    private InputStream in;
    private final String head;
    private final List<String> interviews;
    private int next;

    Submitter(URI server, String username, String password, List<String> interviews, int first) throws IOException {
        this.server = server;
        this.socket = new Socket(server.getHost(), server.getPort());
        this.in = new BufferedInputStream(socket.getInputStream());
        this.interviews = interviews;
        this.next = first;
        String pair = Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
        this.head =
                "POST /openrosa/submission HTTP/1.1\r\nHost: " + server.getHost() + "\r\nAuthorization: Basic " + pair
                        + "\r\nX-OpenRosa-Version: 1.0\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY
                        + "\r\nContent-Length: ";
    }

    @Override
    public void work() throws IOException {
        String xml = interviews
                .get(next++ % interviews.size())
                .replaceFirst("uuid:[0-9a-f-]{36}", "uuid:" + UUID.randomUUID());
        byte[] body = (PART + xml + END).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream request = new ByteArrayOutputStream(body.length + 512);
        request.writeBytes((head + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        request.writeBytes(body);
        request.writeTo(socket.getOutputStream());
        String status = line();
        int length = 0;
        boolean closing = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            closing |= lower.startsWith("connection:") && lower.endsWith("close");
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
        }
        String answer = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!status.startsWith("HTTP/1.1 201")) {
            throw new IOException(status + ": " + answer);
        }
        // A server ends a connection after some number of requests; a client opens another.
        if (closing) {
            socket.close();
            socket = new Socket(server.getHost(), server.getPort());
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
