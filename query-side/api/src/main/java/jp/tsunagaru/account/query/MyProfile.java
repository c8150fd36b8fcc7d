package jp.tsunagaru.account.query;

import java.util.List;

public record MyProfile(AccountRow account, String facility, List<SignInRow> recentSignIns) {}
