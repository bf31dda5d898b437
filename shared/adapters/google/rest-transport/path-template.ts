type Bindings = Record<string, string>;

const variable = /\{([^}=]+)(?:=([^}]*))?\}/g;

/** `projects/{project}/secrets/{secret}`, filled and read. */
export class PathTemplate {
  private readonly template: string;

  constructor(template: string) {
    this.template = template;
  }

  render(bindings: Bindings): string {
    return this.template.replace(variable, (_, name: string) => {
      const value = bindings[name];
      if (value === undefined || value === '')
        throw new TypeError(`${this.template} needs a ${name}`);
      return value;
    });
  }

  match(path: string): Bindings {
    const source = this.template.replace(
      variable,
      (_, name: string, pattern?: string) => `(?<${name}>${pattern === '**' ? '.+' : '[^/]+'})`,
    );
    const groups = new RegExp(`^${source}$`).exec(path)?.groups;
    if (!groups) throw new TypeError(`${path} is no ${this.template}`);
    return { ...groups };
  }
}
