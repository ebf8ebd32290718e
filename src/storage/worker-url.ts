/**
 * Where the code of a thread is: beside the source file that starts it, or, in the built program, all in one folder.
 * @param from `import.meta.url` of the file that starts it
 * @param source its path from there
 * @param built its name in the build
 */
export const workerUrl = (from: string, source: string, built: string): URL =>
  new URL(from.endsWith('.ts') ? source : `./${built}.js`, from)
