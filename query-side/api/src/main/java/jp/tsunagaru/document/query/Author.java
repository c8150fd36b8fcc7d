package jp.tsunagaru.document.query;

import jp.tsunagaru.account.AccountId;
import jp.tsunagaru.japanese.Profession;

public record Author(AccountId accountId, String name, Profession profession) {}
