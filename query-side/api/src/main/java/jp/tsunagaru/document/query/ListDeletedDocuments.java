package jp.tsunagaru.document.query;

import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.Role;

/**
 * 削除文書管理 (DL-01): deleted documents the actor may restore, and for administrators those waiting for
 * 完全削除.
 */
@AllowedFor({Role.CARE_USER, Role.FACILITY_ADMIN, Role.CITY_OPERATOR})
public record ListDeletedDocuments() {}
