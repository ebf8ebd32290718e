/** For which program Markdown is written, and what that one can do with it. */
export interface MarkdownProfile {
  name: 'obsidian' | 'pandoc' | 'plain'
  /** Links by the names of files, blocks that are linked to, quotations with a kind, other names of a file. */
  isObsidian: boolean
  /** Properties at the top, in YAML; otherwise only what a file is about, in a remark. */
  hasProperties: boolean
  /** Citations by key, with the references beside. */
  hasCitations: boolean
}

const profiles: Record<MarkdownProfile['name'], MarkdownProfile> = {
  obsidian: { name: 'obsidian', isObsidian: true, hasProperties: true, hasCitations: false },
  pandoc: { name: 'pandoc', isObsidian: false, hasProperties: true, hasCitations: true },
  plain: { name: 'plain', isObsidian: false, hasProperties: false, hasCitations: false },
}

/** The profile of that name; Obsidian's unless there is one. */
export const profileNamed = (name: string | undefined): MarkdownProfile =>
  name === 'pandoc' || name === 'plain' ? profiles[name] : profiles.obsidian
