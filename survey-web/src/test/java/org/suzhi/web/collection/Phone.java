package org.suzhi.web.collection;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Chromium of a phone's width that answers forms as a thumb would. With a folder it is a device: what it keeps there
 * outlives it, and it can be killed and opened again.
 */
public final class Phone implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final String QUESTION = ".question-container";

    private final Playwright playwright;
    private final @Nullable Path device;
    final BrowserContext context;
    public final Page page;
    public final List<String> consoleErrors = new ArrayList<>();

    public Phone() {
        this(null);
    }

    Phone(@Nullable Path device) {
        this.device = device;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        context = device == null
                ? playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium())
                                .setArgs(QUIET))
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(390, 844)
                                .setIsMobile(true)
                                .setHasTouch(true)
                                .setLocale("zh-CN"))
                : playwright
                        .chromium()
                        .launchPersistentContext(
                                device,
                                new BrowserType.LaunchPersistentContextOptions()
                                        .setExecutablePath(chromium())
                                        .setArgs(QUIET)
                                        .setViewportSize(390, 844)
                                        .setLocale("zh-CN"));
        page = context.pages().isEmpty() ? context.newPage() : context.pages().get(0);
        page.setDefaultTimeout(60_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                consoleErrors.add(message.text());
            }
        });
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the browser test needs Chromium at /usr/bin/chromium; install Debian's package chromium"));
    }

    /** Taps the choice of a question; a drop-down is opened first. */
    void choose(String question, String choice) {
        Locator asked = asked(question);
        if (asked.locator(".p-select").count() > 0) {
            asked.locator(".p-select").click();
            page.locator(".p-select-option", new Page.LocatorOptions().setHasText(choice))
                    .first()
                    .click();
        } else {
            asked.locator("label.value-option", new Locator.LocatorOptions().setHasText(choice))
                    .first()
                    .click();
        }
    }

    void type(String question, String number) {
        Locator input = asked(question).locator("input, textarea").first();
        input.fill(number);
        input.blur();
    }

    /** Chooses a file as the answer. */
    void attach(String question, String name, String type, byte[] content) {
        asked(question).locator("input[type=file]").last().setInputFiles(new FilePayload(name, type, content));
    }

    Locator asked(String question) {
        return page.locator(QUESTION, new Page.LocatorOptions().setHasText(question))
                .first();
    }

    /** Gives the first choice to every question that has choices and no answer yet, until none is left. */
    void answerTheRest() {
        Locator open = page.locator(QUESTION + ":has(label.value-option):not(:has(input:checked))");
        while (open.count() > 0) {
            open.first().locator("label.value-option").first().click();
        }
    }

    /** Logs in as {@link KillableServer}'s surveyor of that name, from wherever the form leads to the login page. */
    void logIn(String username) {
        page.waitForURL("**/login**");
        page.fill("[name=username]", username);
        page.fill("[name=password]", KillableServer.PASSWORD);
        page.click("button[type=submit]");
        page.locator(".wave .button-main").first().waitFor();
    }

    void tap(String selector) {
        page.locator(selector).first().click();
    }

    /** Ends the browser as a phone without memory does: at once, without a word to its pages. */
    void kill() throws IOException {
        String folder = "--user-data-dir=" + Objects.requireNonNull(device);
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().arguments().stream()
                        .map(List::of)
                        .anyMatch(arguments -> arguments.contains(folder)
                                && arguments.stream().noneMatch(argument -> argument.startsWith("--type="))))
                .forEach(browser -> {
                    browser.destroyForcibly();
                    browser.onExit().join();
                });
        playwright.close();
        Files.deleteIfExists(device.resolve("SingletonLock"));
    }

    @Override
    public void close() {
        context.close();
        playwright.close();
    }
}
