/*
 * What is publicly known of RaaS, in the words that requirements name it by. No RaaS can be asked
 * here: these documents and clients are all there is.
 */

/** Documents of the vendor. */
export const DOCUMENTS = {
  api: 'SaltStack Config 8.x, Working with the API (RaaS)',
  cloud: 'Aria Automation Config cloud, API with a CSP token',
  reference: 'RaaS API reference 8.18',
  vcf: 'Salt for VCF components API 9.1',
  permissions: 'SaltStack Config 8.6, Permission values',
} as const;

/** Clients, and scripts that somebody ran. */
export const CLIENTS = {
  official: 'sseapiclient',
  mcp: 'raas-mcp',
  powercli: 'SaltStackConfig.psm1 of PowerCLI-Example-Scripts',
  powershell: 'PSSaltStackConfig',
  samples: 'sse_api_samples',
  operator: 'the Go client of an operator for Kubernetes',
} as const;
