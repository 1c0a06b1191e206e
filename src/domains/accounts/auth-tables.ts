/** The sign-in library's names for its columns, in ours (db/migrations/0003_accounts.sql). */
export const dated = { createdAt: "created_at", updatedAt: "updated_at" };

export const twoFactorOnUser = { fields: { twoFactorEnabled: "two_factor_enabled" } };

export const secondFactors = {
  modelName: "second_factors",
  fields: {
    userId: "user_id",
    backupCodes: "backup_codes",
    failedVerificationCount: "failed_verification_count",
    lockedUntil: "locked_until",
  },
};

export const passkeys = {
  modelName: "passkeys",
  fields: {
    userId: "user_id",
    publicKey: "public_key",
    credentialID: "credential_id",
    deviceType: "device_type",
    backedUp: "backed_up",
    createdAt: "created_at",
  },
};
