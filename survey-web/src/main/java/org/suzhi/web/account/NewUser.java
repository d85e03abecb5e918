package org.suzhi.web.account;

/** An account to be made; the password is in clear and never stored so. */
public record NewUser(String username, String displayName, String password, Role role) {
    public static final int SHORTEST_PASSWORD = 8;

    public NewUser {
        if (!isUsername(username)) {
            throw new IllegalArgumentException(
                    "username: got '" + username + "', expected 2 to 40 letters, digits, dots, dashes or underscores");
        }
        checkPassword(password);
    }

    /** Whether an account can be named so. */
    public static boolean isUsername(String name) {
        return name.matches("[\\p{L}\\p{N}._-]{2,40}");
    }

    /** Whether a password is long enough. */
    public static boolean isPassword(String password) {
        return password.length() >= SHORTEST_PASSWORD;
    }

    static void checkPassword(String password) {
        if (!isPassword(password)) {
            throw new IllegalArgumentException(
                    "password: got " + password.length() + " characters, expected at least " + SHORTEST_PASSWORD);
        }
    }

    @Override
    public String toString() {
        return "NewUser[" + username + ", " + role + "]";
    }
}
