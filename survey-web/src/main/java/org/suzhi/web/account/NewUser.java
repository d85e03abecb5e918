package org.suzhi.web.account;

/** An account to be made; the password is in clear and never stored so. */
public record NewUser(String username, String displayName, String password, Role role) {
    private static final int SHORTEST_PASSWORD = 8;

    public NewUser {
        if (!username.matches("[\\p{L}\\p{N}._-]{2,40}")) {
            throw new IllegalArgumentException(
                    "username: got '" + username + "', expected 2 to 40 letters, digits, dots, dashes or underscores");
        }
        if (password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("password of " + username + ": got " + password.length()
                    + " characters, expected at least " + SHORTEST_PASSWORD);
        }
    }

    @Override
    public String toString() {
        return "NewUser[" + username + ", " + role + "]";
    }
}
