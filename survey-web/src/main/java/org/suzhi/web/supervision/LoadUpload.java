package org.suzhi.web.supervision;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.LocaleResolver;
import org.suzhi.web.account.SignedIn;
import org.suzhi.web.collection.Mode;
import org.suzhi.web.collection.ResponseLoader;
import org.suzhi.web.fieldwork.Right;
import org.suzhi.web.questionnaire.UploadedFile;

/**
 * Takes files of responses in: a servlet of its own, since it alone takes uploads this large. The file goes to the disk
 * while it comes in.
 */
final class LoadUpload extends HttpServlet {
    static final int MOST_MEGABYTES = 200;
    static final String PATH = "/fieldwork/load/file";
    private static final long serialVersionUID = 1L;

    private final transient ResponseLoader loader;
    private final transient LocaleResolver locales;

    LoadUpload(ResponseLoader loader, LocaleResolver locales) {
        this.loader = loader;
        this.locales = locales;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class Registration {
        @Bean
        ServletRegistrationBean<LoadUpload> loadUpload(ResponseLoader loader, LocaleResolver localeResolver) {
            ServletRegistrationBean<LoadUpload> bean =
                    new ServletRegistrationBean<>(new LoadUpload(loader, localeResolver), PATH);
            long most = (long) MOST_MEGABYTES << 20;
            bean.setMultipartConfig(new MultipartConfigElement("", most, most + (1 << 20), 1 << 20));
            return bean;
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!(request.getUserPrincipal() instanceof Authentication login)
                || !(login.getPrincipal() instanceof SignedIn user)) {
            throw new AccessDeniedException("nobody is signed in");
        }
        Right.RUN_WAVES.require(user);
        response.sendRedirect(request.getContextPath() + "/fieldwork/load" + take(request, user));
    }

    /** What follows the address of the page to show next. */
    private String take(HttpServletRequest request, SignedIn user) throws IOException, ServletException {
        @Nullable Part part;
        try {
            part = request.getPart("file");
        } catch (IllegalStateException e) {
            return "?wrong=too-large";
        }
        if (part == null || part.getSize() == 0) {
            return "?wrong=none";
        }
        Path file = Files.createTempFile("responses", ".zip");
        try {
            String sha256 = copy(part, file);
            OptionalLong load =
                    loader.start(file, name(part), sha256, mode(request), user, locales.resolveLocale(request));
            if (load.isPresent()) {
                return "/" + load.getAsLong();
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        Files.deleteIfExists(file);
        return "?wrong=unreadable";
    }

    private static Mode mode(HttpServletRequest request) {
        return Mode.ODK_COLLECT.name().equals(request.getParameter("mode")) ? Mode.ODK_COLLECT : Mode.FACE_TO_FACE;
    }

    private static String name(Part part) {
        String name = UploadedFile.lastName(part.getSubmittedFileName());
        return name.isBlank() ? "responses.zip" : name;
    }

    private static String copy(Part part, Path file) throws IOException {
        try (InputStream in = part.getInputStream();
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            Files.copy(digesting, file, StandardCopyOption.REPLACE_EXISTING);
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
