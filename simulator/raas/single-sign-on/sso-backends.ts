/** What a kind of single sign-on needs to know. */
export interface SsoBackend {
  readonly name: string;
  /** Settings by name, each with its type. */
  readonly config: Readonly<Record<string, string>>;
}

/** Kinds of single sign-on: that there are SAML, OpenID Connect and Google is documented, their settings are ours. */
export const SSO_BACKENDS: Readonly<Record<string, SsoBackend>> = {
  saml: {
    name: 'SAML',
    config: {
      base_uri: 'string',
      entity_id: 'string',
      sp_public_cert: 'string',
      sp_private_key: 'secret',
      idp_entity_id: 'string',
      idp_sso_url: 'string',
      idp_x509_cert: 'string',
    },
  },
  oidc: {
    name: 'OpenID Connect',
    config: { base_uri: 'string', key: 'string', secret: 'secret', oidc_endpoint: 'string' },
  },
  'google-oauth2': {
    name: 'Google OAuth 2',
    config: { base_uri: 'string', key: 'string', secret: 'secret' },
  },
};
